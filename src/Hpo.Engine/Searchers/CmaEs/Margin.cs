using MathNet.Numerics.Distributions;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// The margin of CMA-ES with margin (Hamano, Saito, Nomura and Shirakawa, <i>CMA-ES with margin</i>, GECCO 2022, section 4): when the normal
/// distribution on a grid axis has become so narrow that all samples fall into one cell, the search would never leave it again. Mean and deviation
/// are corrected so that the neighbouring cells keep a probability.
/// </summary>
internal static class Margin
{
    /// <summary>Corrects the normal distribution on a grid axis.</summary>
    /// <param name="mean">Its mean, which may lie beyond the ends of the axis.</param>
    /// <param name="deviation">Its standard deviation, not negative.</param>
    /// <param name="cell">The ends of the cell that the mean falls into: from 0 for the first cell, to 1 for the last.</param>
    /// <param name="alpha">α, the smallest probability of leaving the cell; below 2/3.</param>
    public static (double Mean, double Deviation) Correct(double mean, double deviation, (double Lower, double Upper) cell, double alpha)
    {
        if (cell.Lower <= 0)
            return (Math.Max(mean, cell.Upper - (Quantile(alpha) * deviation)), deviation);
        if (cell.Upper >= 1)
            return (Math.Min(mean, cell.Lower + (Quantile(alpha) * deviation)), deviation);

        // equations 18 to 24 of the paper: each side gets α/2 at least, and the three probabilities add up to 1 again
        var below = Tail((mean - cell.Lower) / deviation);
        var above = Tail((cell.Upper - mean) / deviation);
        if (below >= alpha / 2 && above >= alpha / 2)
            return (mean, deviation);
        var inside = 1 - below - above;
        (below, above) = (Math.Max(below, alpha / 2), Math.Max(above, alpha / 2));
        var share = (1 - below - above - inside) / (below + above + inside - (1.5 * alpha));
        var (toLower, toUpper) = (Quantile(below + (share * (below - (alpha / 2)))), Quantile(above + (share * (above - (alpha / 2)))));
        return (
            ((cell.Lower * toUpper) + (cell.Upper * toLower)) / (toLower + toUpper),
            (cell.Upper - cell.Lower) / (toLower + toUpper));
    }

    /// <summary>The probability that a standard normal number exceeds z.</summary>
    private static double Tail(double z) => Normal.CDF(0, 1, -z);

    /// <summary>The number that a standard normal one exceeds with a probability.</summary>
    private static double Quantile(double probability) => -Normal.InvCDF(0, 1, probability);
}
