using System.Globalization;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// How far predictions are off where nothing was recorded: the configurations are divided into folds, and the trainings of each are predicted from those
/// of the others. What is compared is the error after the last epoch.
/// </summary>
/// <param name="Method">How predictions are made, in words.</param>
/// <param name="Folds">The number of folds.</param>
/// <param name="MeanAbsoluteError">The mean distance between what was predicted for a configuration and what its trainings gave.</param>
/// <param name="MedianAbsoluteError">The median of the same.</param>
/// <param name="RankCorrelation">Spearman's rank correlation between predictions and trainings, from −1 to 1.</param>
/// <param name="SeedDifference">The mean distance between two trainings of the same configuration with different seeds; null when none was trained twice.</param>
/// <param name="MedianSeedDifference">The median of the same.</param>
/// <param name="Configurations">The number of recorded configurations.</param>
/// <param name="Trainings">The number of recorded trainings.</param>
/// <param name="Machine">The processor that trained.</param>
/// <param name="Date">The day of the last training, as YYYY-MM-DD.</param>
public sealed record HeldOutError(
    string Method,
    int Folds,
    double MeanAbsoluteError,
    double MedianAbsoluteError,
    double RankCorrelation,
    double? SeedDifference,
    double? MedianSeedDifference,
    int Configurations,
    int Trainings,
    string Machine,
    string Date)
{
    /// <summary>The numbers that matter in two sentences. A few trainings are far worse than their twins, so that means alone would mislead.</summary>
    public string InWords()
    {
        var seeds = SeedDifference is { } mean && MedianSeedDifference is { } median
            ? $", where two trainings with different seeds differ by {Show(mean)} and {Show(median)}"
            : "";
        return $"Predicted from {Trainings} recorded trainings of {Configurations} configurations. On configurations held out it is off by "
            + $"{Show(MeanAbsoluteError)} on average and {Show(MedianAbsoluteError)} in the median{seeds}.";
    }

    private static string Show(double error) => error.ToString("0.000", CultureInfo.InvariantCulture);
}
