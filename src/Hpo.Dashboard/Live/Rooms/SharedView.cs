using System.Text.Json.Serialization;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>What the presenter looks at, for spectators who follow. Comes from a browser: nothing in it is trusted before <see cref="IsValid"/> has said so.</summary>
/// <param name="Stage">The chart that has the screen to itself; null when all are shown.</param>
/// <param name="Trial">The trial whose details are open; null when there are none.</param>
/// <param name="Charts">The charts whose scales or ranges are not those they begin with, by name.</param>
/// <param name="Look">What of a comparison is looked at; null for a study.</param>
public sealed record SharedView(
    string? Stage, int? Trial, IReadOnlyDictionary<string, SharedChart>? Charts, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SharedLook? Look = null)
{
    private static readonly string[] Names = ["incumbent", "curves", "timeline", "ranks", "targets", "wins"];

    /// <summary>Whether it is one that a page of ours can send: names from the list, ranges of two finite numbers.</summary>
    [JsonIgnore]
    public bool IsValid =>
        (Stage is null || Names.Contains(Stage))
        && Trial is null or >= 0
        && Look is null or { IsValid: true }
        && (Charts is null || (Charts.Count <= Names.Length && Charts.All(chart => Names.Contains(chart.Key) && chart.Value is { IsValid: true })));
}
