using Hpo.Comparisons.Log;

namespace Hpo.Comparisons.Running;

/// <summary>How a comparison ended, and the words for it.</summary>
internal static class EndingRules
{
    public const string Interrupted = "The program ended while the comparison was running.";

    /// <summary>How one ended whose results are all durable.</summary>
    public static (ComparisonOutcome Outcome, string Reason) Of(RunningComparison ended)
    {
        var snapshot = ended.Live.Snapshot;
        // whatever was asked for in the last moment
        if (snapshot.Results.Count == snapshot.Definition.TotalResults)
            return (ComparisonOutcome.Finished, "All repetitions have run.");
        if (ended.Failure is { } failure)
            return (ComparisonOutcome.Interrupted, $"It could not go on: {failure.Message}");
        return ended.Outcome == ComparisonOutcome.Cancelled
            ? (ComparisonOutcome.Cancelled, "Cancelled; what had finished is kept.")
            : (ComparisonOutcome.Interrupted, Interrupted);
    }
}
