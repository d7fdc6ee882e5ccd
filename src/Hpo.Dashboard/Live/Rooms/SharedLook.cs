using System.Text.Json.Serialization;
using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>What of a comparison the presenter looks at.</summary>
/// <param name="Objective">The objective; null for the first.</param>
/// <param name="Axis">What it is drawn against, as <see cref="CostAxis"/> calls it.</param>
/// <param name="Summary">How repetitions are summed up, as <see cref="Hpo.Comparisons.Figures.Summary"/> calls it.</param>
/// <param name="Regret">Whether the regret is shown where the minimum is known.</param>
public sealed record SharedLook(string? Objective, string? Axis, string? Summary, bool Regret)
{
    private const int MaxObjectiveLength = 64;

    /// <summary>Whether it is one that a page of ours can send.</summary>
    [JsonIgnore]
    public bool IsValid => (Objective?.Length ?? 0) <= MaxObjectiveLength && IsNameOf<CostAxis>(Axis) && IsNameOf<Summary>(Summary);

    private static bool IsNameOf<T>(string? name)
        where T : struct, Enum => name is not null && Enum.GetNames<T>().Contains(name);
}
