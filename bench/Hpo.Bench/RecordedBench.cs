using System.Diagnostics;
using System.Globalization;
using Hpo.Engine.Objectives;
using Hpo.Engine.Objectives.Recorded;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Training.Recordings;

namespace Hpo.Bench;

/// <summary>
/// What recorded trainings are worth: how far predictions are off on configurations held out, beside taking the nearest recorded configuration, and what
/// reading, fitting and predicting take of the processor. Printed as a Markdown table.
/// </summary>
internal static class RecordedBench
{
    private const int Folds = 10, Predictions = 20_000;

    public static int Run()
    {
        Console.WriteLine("| recorded | trainings | configurations | epochs | held out: mean | median | rank correlation | nearest: mean | median "
            + "| seeds: mean | median | read and fit (ms) | prediction (µs) |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var load in new[] { () => RecordedTables.LeNet, () => RecordedTables.DropoutMlp })
        {
            var began = ProcessorTime;
            var table = load();
            var objective = new RecordedObjective(table);
            Evaluate(objective, 0, table.Description.Default);
            var (fit, error, nearest) = (ProcessorTime - began, table.HeldOutError, Nearest(table));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {table.Description.Name} | {error.Trainings} | {error.Configurations} | {table.Description.Epochs} "
                + $"| {error.MeanAbsoluteError:F4} | {error.MedianAbsoluteError:F4} | {error.RankCorrelation:F2} | {nearest.Average():F4} | {nearest[nearest.Length / 2]:F4} "
                + $"| {error.SeedDifference:F4} | {error.MedianSeedDifference:F4} | {fit.TotalMilliseconds:F0} | {Microseconds(objective):F1} |"));
        }

        return 0;
    }

    private static TimeSpan ProcessorTime => Process.GetCurrentProcess().TotalProcessorTime;

    private static double Microseconds(RecordedObjective objective)
    {
        var random = new RandomStream(0);
        Configuration[] configurations = [.. Enumerable.Range(0, Predictions).Select(_ => objective.DefaultSpace.Sample(random))];
        var best = double.PositiveInfinity;
        for (var round = 0; round < 5; round++)
        {
            var began = ProcessorTime;
            for (var i = 0; i < Predictions; i++)
                Evaluate(objective, i, configurations[i]);
            best = Math.Min(best, (ProcessorTime - began).TotalMicroseconds / Predictions);
        }

        return best;
    }

    private static void Evaluate(RecordedObjective objective, int trialId, Configuration configuration)
    {
        using var evaluation = objective.Start(new EvaluationRequest(trialId, configuration, trialId, 1));
        evaluation.RunEpoch(CancellationToken.None);
    }

    /// <summary>The distances between the last errors of configurations and those of the nearest configurations of other folds, in ascending order.</summary>
    private static double[] Nearest(LearningCurveTable table)
    {
        var all = table.Curves.GroupBy(curve => curve.Configuration)
            .Select((replicates, i) => (Fold: i % Folds, Point: table.Description.Space.Encode(replicates.Key), Errors: replicates.Select(Last).ToArray())).ToList();
        return
        [
            .. all.Select(held =>
            {
                var nearest = all.Where(other => other.Fold != held.Fold).MinBy(other => other.Point.Zip(held.Point, (a, b) => (a - b) * (a - b)).Sum());
                return held.Errors.Average(error => Math.Abs(error - nearest.Errors.Average()));
            }).Order(),
        ];

        double Last(LearningCurve curve) => double.IsNaN(curve.Errors[^1]) ? table.Description.ChanceLevel : curve.Errors[^1];
    }
}
