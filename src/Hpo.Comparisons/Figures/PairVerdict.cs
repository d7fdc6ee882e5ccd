namespace Hpo.Comparisons.Figures;

/// <summary>Two methods compared over the repetitions that both have finished.</summary>
/// <param name="First">A method's place in the comparison.</param>
/// <param name="Second">The other's, a later one.</param>
/// <param name="Wins">In how many pairs the first method's error is lower.</param>
/// <param name="Ties">In how many they are equal.</param>
/// <param name="Losses">In how many the second method's error is lower.</param>
/// <param name="Failed">How many repetitions are left out because one of the two failed in them.</param>
/// <param name="PValue">Of the two-sided Wilcoxon signed-rank test; 1 when there is no pair.</param>
/// <param name="AdjustedPValue">The same after Holm's correction for all pairs of methods.</param>
/// <param name="Conclusion">What can be concluded at the level of 0.05.</param>
/// <param name="PairsNeeded">How many pairs are needed at least before anything can be told; null unless there are too few.</param>
/// <param name="Words">The conclusion as a sentence for a student.</param>
public sealed record PairVerdict(
    int First,
    int Second,
    int Wins,
    int Ties,
    int Losses,
    int Failed,
    double PValue,
    double AdjustedPValue,
    Conclusion Conclusion,
    int? PairsNeeded,
    string Words)
{
    /// <summary>How many pairs there are.</summary>
    public int Pairs => Wins + Ties + Losses;
}
