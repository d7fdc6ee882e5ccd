namespace Hpo.Comparisons.Statistics;

/// <summary>The outcome of a Wilcoxon signed-rank test.</summary>
/// <param name="PValue">How probable so large an imbalance is when there is no difference; of (0, 1].</param>
/// <param name="PositiveRanks">The sum of the ranks of the positive differences, W⁺.</param>
/// <param name="NegativeRanks">The sum of the ranks of the negative differences, W⁻.</param>
/// <param name="Differences">How many differences are not zero: those that the test rests on.</param>
/// <param name="IsExact">Whether the p-value comes from the exact distribution and not from the normal approximation.</param>
public sealed record WilcoxonResult(double PValue, double PositiveRanks, double NegativeRanks, int Differences, bool IsExact);
