namespace Hpo.Comparisons.Running;

/// <summary>Runs the repetitions of a comparison that have no result yet.</summary>
internal interface IComparisonRunner
{
    /// <summary>Runs repetitions and returns when all have ended. One that fails has a result that says so.</summary>
    /// <param name="lanes">Which, in the order in which they begin.</param>
    /// <param name="cancellationToken">Ends running repetitions within an epoch's step; they have no result then.</param>
    /// <exception cref="IOException">The log could not be written.</exception>
    void Run(IReadOnlyList<Lane> lanes, CancellationToken cancellationToken);
}
