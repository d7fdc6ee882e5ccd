using System.Collections.Immutable;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// The constants of CMA-ES (N. Hansen, <i>The CMA evolution strategy: a tutorial</i>, arXiv:1604.00772, table 1 of the revision of 2023), named as
/// there.
/// </summary>
internal sealed class StrategyParameters
{
    /// <summary>The constants for n dimensions and a generation of λ members.</summary>
    /// <param name="dimensions">n, at least 1.</param>
    /// <param name="population">λ, at least 2.</param>
    public StrategyParameters(int dimensions, int population)
    {
        double n = dimensions;
        var raw = Enumerable.Range(1, population).Select(rank => Math.Log((population + 1) / 2.0) - Math.Log(rank)).ToArray();
        Parents = population / 2;
        MuEff = EffectiveSize(raw[..Parents]);
        var muEffNegative = EffectiveSize(raw[Parents..]);

        CovariancePathRate = (4 + (MuEff / n)) / (n + 4 + (2 * MuEff / n));
        StepPathRate = (MuEff + 2) / (n + MuEff + 5);
        StepDamping = 1 + (2 * Math.Max(0, Math.Sqrt((MuEff - 1) / (n + 1)) - 1)) + StepPathRate;
        RankOneRate = 2 / (((n + 1.3) * (n + 1.3)) + MuEff);
        RankMuRate = Math.Min(1 - RankOneRate, 2 * (0.25 + MuEff + (1 / MuEff) - 2) / (((n + 2) * (n + 2)) + MuEff));
        NormLength = Math.Sqrt(n) * (1 - (1 / (4 * n)) + (1 / (21 * n * n)));
        GenerationsPerDecomposition = Math.Max(1, (int)(1 / (10 * n * (RankOneRate + RankMuRate))));

        var positive = raw.Where(weight => weight > 0).Sum();
        var negative = -raw.Where(weight => weight < 0).Sum();
        var negativeSum = Math.Min(
            Math.Min(1 + (RankOneRate / RankMuRate), 1 + (2 * muEffNegative / (MuEff + 2))),
            (1 - RankOneRate - RankMuRate) / (n * RankMuRate));
        Weights = [.. raw.Select(weight => weight >= 0 ? weight / positive : weight * negativeSum / negative)];
    }

    /// <summary>The default population, λ = 4 + ⌊3 ln n⌋.</summary>
    public static int DefaultPopulation(int dimensions) => 4 + (int)(3 * Math.Log(dimensions));

    /// <summary>w₁ ≥ … ≥ w_λ: the positive ones add up to 1, the negative ones are those of active CMA-ES (Jastrebski and Arnold, 2006).</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>μ, the number of members that the mean moves to.</summary>
    public int Parents { get; }

    /// <summary>μ_eff, the number of equally weighted parents that would be as good as these.</summary>
    public double MuEff { get; }

    /// <summary>c_c, the rate of the path that the rank-one update follows.</summary>
    public double CovariancePathRate { get; }

    /// <summary>c_σ, the rate of the path that the step size follows.</summary>
    public double StepPathRate { get; }

    /// <summary>d_σ, the damping of the step size.</summary>
    public double StepDamping { get; }

    /// <summary>c₁, the rate of the rank-one update.</summary>
    public double RankOneRate { get; }

    /// <summary>c_μ, the rate of the rank-μ update.</summary>
    public double RankMuRate { get; }

    /// <summary>E‖N(0, I)‖, the expected length of a standard normal vector.</summary>
    public double NormLength { get; }

    /// <summary>After how many generations the covariance matrix has changed enough for a new decomposition (appendix B.2 of the tutorial).</summary>
    public int GenerationsPerDecomposition { get; }

    private static double EffectiveSize(double[] weights) => weights.Sum() * weights.Sum() / weights.Sum(weight => weight * weight);
}
