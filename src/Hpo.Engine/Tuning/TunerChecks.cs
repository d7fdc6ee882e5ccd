using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tuning;

/// <summary>What every tuner asks of its parts before it runs.</summary>
internal static class TunerChecks
{
    /// <summary>Checks options, and whether the scheduler can run the objective.</summary>
    /// <returns>The number of epochs of a full evaluation.</returns>
    public static int Require(HpoScheduler scheduler, Objective objective, TunerOptions options)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        ArgumentNullException.ThrowIfNull(objective);
        var maxEpochs = options.MaxEpochs ?? objective.DefaultMaxEpochs;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEpochs, 1, nameof(options));
        ThrowIfNotALimit(options.TimeLimit);
        ThrowIfNotALimit(options.TrialTimeout);
        if (options.TargetError is double.NaN)
            throw new ArgumentOutOfRangeException(nameof(options), "The target error is not a number: it would never be reached.");
        if (scheduler.CheckObjective(objective, maxEpochs) is { Count: > 0 } problems)
            throw new InvalidInputException(problems);
        return maxEpochs;
    }

    private static void ThrowIfNotALimit(TimeSpan? limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit ?? TunerOptions.LongestLimit, TimeSpan.Zero, "options");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit ?? TimeSpan.Zero, TunerOptions.LongestLimit, "options");
    }
}
