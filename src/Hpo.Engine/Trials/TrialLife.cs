namespace Hpo.Engine.Trials;

/// <summary>The life of a trial: the table of its legal moves.</summary>
internal static class TrialLife
{
    private static readonly Dictionary<TrialState, TrialState[]> Moves = new()
    {
        [TrialState.Assigned] = [TrialState.Running, TrialState.Ended],
        [TrialState.Running] = [TrialState.Held, TrialState.Saving, TrialState.Waiting, TrialState.Stopping, TrialState.Ended],
        [TrialState.Held] = [TrialState.Running, TrialState.Waiting, TrialState.Stopping, TrialState.Ended],
        [TrialState.Saving] = [TrialState.Paused, TrialState.Waiting, TrialState.Stopping, TrialState.Ended],
        [TrialState.Paused] = [TrialState.Running, TrialState.Stopping, TrialState.Ended],
        [TrialState.Waiting] = [TrialState.Running, TrialState.Stopping, TrialState.Ended],
        [TrialState.Stopping] = [TrialState.Ended],
        [TrialState.Ended] = [],
    };

    /// <summary>All legal moves.</summary>
    public static IEnumerable<(TrialState From, TrialState To)> All => from move in Moves from to in move.Value select (move.Key, to);

    /// <summary>Whether a trial may go from one state to another.</summary>
    public static bool IsLegal(TrialState from, TrialState to) => Array.IndexOf(Moves[from], to) >= 0;
}
