namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// The logarithm of the expected improvement below the best value (Jones, Schonlau and Welch, 1998), computed so that it stays finite and
/// accurate where the improvement itself is far too small for a double (Ament et al., <i>Unexpected improvements to expected improvement for
/// Bayesian optimization</i>, NeurIPS 2023). With z = (best − mean)/deviation, EI = deviation · h(z), h(z) = φ(z) + z Φ(z).
/// </summary>
internal static class LogExpectedImprovement
{
    private static readonly double LogRootTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>log h(z).</summary>
    /// <param name="z">By how many deviations the best value lies above the mean; finite.</param>
    public static double LogH(double z)
    {
        if (z <= -1)
        {
            var (integral, ratio) = TailRatios(-z);
            return LogDensity(z) + Math.Log(integral * ratio);
        }

        return Math.Log(Density(z) + (z * Distribution(z)));
    }

    /// <summary>The logarithm of the expected improvement and its derivatives.</summary>
    /// <param name="best">The best value so far.</param>
    /// <param name="mean">What is expected at a point.</param>
    /// <param name="deviation">How uncertain that is, above 0.</param>
    /// <param name="byMean">The derivative by the mean.</param>
    /// <param name="byDeviation">The derivative by the deviation.</param>
    public static double Evaluate(double best, double mean, double deviation, out double byMean, out double byDeviation)
    {
        // ∂EI/∂mean = −Φ(z) and ∂EI/∂deviation = φ(z)
        var z = (best - mean) / deviation;
        if (z <= -1)
        {
            var (integral, ratio) = TailRatios(-z);
            byMean = -1 / (deviation * ratio);
            byDeviation = 1 / (deviation * integral * ratio);
            return LogDensity(z) + Math.Log(integral * ratio) + Math.Log(deviation);
        }

        var (density, distribution) = (Density(z), Distribution(z));
        var h = density + (z * distribution);
        byMean = -distribution / (deviation * h);
        byDeviation = density / (deviation * h);
        return Math.Log(h) + Math.Log(deviation);
    }

    private static double LogDensity(double z) => (-0.5 * z * z) - LogRootTwoPi;

    private static double Density(double z) => Math.Exp(LogDensity(z));

    /// <summary>Φ(z) for z above −1.</summary>
    private static double Distribution(double z)
    {
        if (z > 2)
            return 1 - (Density(z) * TailRatios(z).Integral);
        // ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …), all terms of the same sign
        var (term, sum) = (z, z);
        for (var k = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); k += 2)
        {
            term *= z * z / k;
            sum += term;
        }

        return 0.5 + (Density(z) * sum);
    }

    /// <summary>
    /// The ratios of the repeated integrals of the density φ from x on, I₀/φ (Mills' ratio) and I₁/I₀, where I₁(x) = h(−x): by
    /// n Iₙ = Iₙ₋₂ − x Iₙ₋₁ (Abramowitz and Stegun, 7.2.5) each is 1/(x + (n+1)·the next), a continued fraction without cancellation.
    /// </summary>
    private static (double Integral, double Ratio) TailRatios(double x)
    {
        // the error falls as exp(−2x √(2n)), starting from the fraction's approximate tail
        var terms = 8 + (int)Math.Min(240 / (x * x), 240);
        var next = (Math.Sqrt((x * x) + (4 * terms)) - x) / (2 * terms);
        for (var n = terms - 1; n >= 1; n--)
            next = 1 / (x + ((n + 1) * next));
        return (1 / (x + next), next);
    }
}
