namespace Hpo.Dashboard.Live.Rooms;

/// <summary>Something that can be shared with spectators.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Which one.</param>
public sealed record Watched(WatchedKind Kind, string Id)
{
    /// <summary>What its room is called: studies and comparisons draw their ids without looking at each other's.</summary>
    public string Room => Kind == WatchedKind.Study ? Id : "comparison " + Id;

    /// <summary>A study.</summary>
    public static Watched Study(string id) => new(WatchedKind.Study, id);

    /// <summary>A comparison.</summary>
    public static Watched Comparison(string id) => new(WatchedKind.Comparison, id);
}
