using Hpo.Engine.Space;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>Measures what a surrogate says about configurations that it does not know.</summary>
internal static class CrossValidation
{
    private const string Method = "Gaussian processes over the recorded configurations";
    private const int Folds = 10;

    public static HeldOutError Run(LearningCurveTable table)
    {
        var description = table.Description;
        var configurations = table.Curves.GroupBy(curve => curve.Configuration).Index().ToList();
        var folds = Math.Min(Folds, configurations.Count);
        var pairs = Enumerable.Range(0, folds).SelectMany(fold =>
        {
            var known = configurations.Where(configuration => configuration.Index % folds != fold).SelectMany(configuration => configuration.Item);
            var surrogate = new CurveSurrogate(description, known);
            return configurations.Where(configuration => configuration.Index % folds == fold)
                .Select(configuration => (Predicted: Last(surrogate.Expect(configuration.Item.Key).Errors[^1]), Trained: LastErrors(configuration.Item)));
        }).ToList();
        double[] distances = [.. pairs.Select(pair => pair.Trained.Average(trained => Math.Abs(trained - pair.Predicted))).Order()];
        double[] seedDifferences = [.. configurations.SelectMany(configuration => Differences(LastErrors(configuration.Item))).Order()];
        return new(
            Method,
            folds,
            distances.Average(),
            Median(distances),
            RankCorrelation.Of([.. pairs.Select(pair => pair.Predicted)], [.. pairs.Select(pair => pair.Trained.Average())]),
            seedDifferences.Length > 0 ? seedDifferences.Average() : null,
            seedDifferences.Length > 0 ? Median(seedDifferences) : null,
            table.Configurations,
            table.Curves.Count,
            description.Machine,
            description.Date);

        double Last(double error) => double.IsNaN(error) ? description.ChanceLevel : error;

        double[] LastErrors(IGrouping<Configuration, LearningCurve> replicates) => [.. replicates.Select(curve => Last(curve.Errors[^1]))];
    }

    private static IEnumerable<double> Differences(double[] errors) =>
        errors.SelectMany((error, i) => errors.Skip(i + 1).Select(other => Math.Abs(other - error)));

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
