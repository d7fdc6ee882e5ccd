namespace Hpo.Dashboard.Live.Rooms;

/// <summary>What kinds of things are shared with spectators.</summary>
public enum WatchedKind
{
    /// <summary>A study.</summary>
    Study,

    /// <summary>A comparison of methods, or a race.</summary>
    Comparison,
}
