using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>The normal distribution restricted to [0, 1].</summary>
internal static class TruncatedNormal
{
    /// <summary>
    /// A draw, by rejection: of the whole normal distribution, at least a third of the mass lies in [0, 1] when its mean is inside and its
    /// standard deviation at most 1.
    /// </summary>
    /// <param name="random">Where the draw comes from.</param>
    /// <param name="mean">The mean before truncation, in [0, 1].</param>
    /// <param name="deviation">The standard deviation before truncation, above 0 and at most 1.</param>
    public static double Sample(RandomStream random, double mean, double deviation)
    {
        double draw;
        do
            draw = mean + (deviation * random.NextGaussian());
        while (draw is < 0 or > 1);
        return draw;
    }
}
