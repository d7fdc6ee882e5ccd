using Hpo.Comparisons.Curves;
using Hpo.Engine.Randomness;

namespace Hpo.Comparisons.Tests.Curves;

/// <summary>Makes repetitions for tests.</summary>
internal static class Repetitions
{
    /// <summary>A repetition with these (trial, error) steps; a trial takes two seconds and three epochs.</summary>
    public static RepetitionResult Of(int method, int repetition, int endTrials, params (int Trial, double Error)[] steps) => new(
        Objective: 0,
        method,
        repetition,
        [.. steps.Select(step => new IncumbentStep(2.0 * step.Trial, step.Trial, 3 * step.Trial, step.Error))],
        EndSeconds: 2.0 * endTrials,
        endTrials,
        EndEpochs: 3 * endTrials,
        FailedTrials: 0,
        RepetitionOutcome.Completed);

    /// <summary>A repetition whose incumbent is this error from its first trial to its last.</summary>
    public static RepetitionResult Flat(int method, int repetition, double error, int endTrials = 10) => Of(method, repetition, endTrials, (1, error));

    public static RepetitionResult Failed(RepetitionResult result) =>
        result with { Outcome = RepetitionOutcome.Failed, Problem = "The searcher failed." };

    /// <summary>Random search with random times: errors fall as minima of uniform draws do.</summary>
    public static RepetitionResult Random(int method, int repetition, int trials, long seed = 1)
    {
        var stream = RandomStream.Derive(seed, 1000 * method + repetition, "test");
        var steps = new List<IncumbentStep>();
        var seconds = 0.0;
        var best = double.PositiveInfinity;
        for (var trial = 1; trial <= trials; trial++)
        {
            seconds += 0.5 + stream.NextDouble();
            var error = stream.NextDouble();
            if (error < best)
                steps.Add(new IncumbentStep(seconds, trial, 3 * trial, best = error));
        }

        return new RepetitionResult(0, method, repetition, steps, seconds, trials, 3 * trials, 0, RepetitionOutcome.Completed);
    }

    public static List<RepetitionResult> RandomMethods(int methods, int repetitions, int trials, long seed = 1) =>
        [.. from method in Enumerable.Range(0, methods)
            from repetition in Enumerable.Range(0, repetitions)
            select Random(method, repetition, trials, seed)];
}
