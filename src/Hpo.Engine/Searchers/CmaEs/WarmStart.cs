using System.Collections.Immutable;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// The first distribution of a search that knows errors of earlier studies, after Nomura, Watanabe, Akimoto, Ozaki and Onishi (<i>Warm starting
/// CMA-ES for hyperparameter optimization</i>, AAAI 2021): each of the best tenth is seen as a small normal distribution with deviation
/// <see cref="Blur"/>, and the first distribution is the normal one nearest to their mixture — here a sphere, whose radius is the geometric mean of
/// the mixture's deviations. The categories begin with their frequencies among the best tenth, each counted once more.
/// </summary>
internal static class WarmStart
{
    /// <summary>α of the paper.</summary>
    private const double Blur = 0.1;

    /// <summary>The distribution.</summary>
    /// <param name="earlier">What is known, at least one.</param>
    /// <param name="axes">The axes of the space.</param>
    /// <param name="largestStep">The step size of a search that knows nothing, which is not exceeded.</param>
    /// <param name="population">How many samples make a generation.</param>
    public static SearchDistribution From(IReadOnlyCollection<Member> earlier, ImmutableArray<Axis> axes, double largestStep, int population)
    {
        double[][] best = [.. earlier.Order().Take((earlier.Count + 9) / 10).Select(member => member.Point)];
        double[] mean = [.. Enumerable.Range(0, axes.Length).Select(axis => best.Average(point => point[axis]))];
        var logVariances = Enumerable.Range(0, axes.Length)
            .Where(axis => axes[axis].Kind != AxisKind.Categorical)
            .Select(axis => Math.Log((Blur * Blur) + best.Average(point => Math.Pow(point[axis] - mean[axis], 2))));
        var step = Math.Exp(logVariances.DefaultIfEmpty(0).Average() / 2);
        var distribution = new SearchDistribution(axes, mean, Math.Min(step, largestStep), population);
        distribution.Favour(best);
        return distribution;
    }
}
