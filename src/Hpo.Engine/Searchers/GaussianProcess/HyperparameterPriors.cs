namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// How plausible hyperparameters are before anything is known: length scales log-normal around √2 + ½ log d with deviation √3, so that
/// more axes go with longer ones (Hvarfner, Hellsten and Nardi, <i>Vanilla Bayesian optimization performs great in high dimensions</i>,
/// ICML 2024), the scale Γ(2, 1) and the noise Γ(1.1, 30) distributed (shape, rate).
/// </summary>
internal static class HyperparameterPriors
{
    private const double LengthVariance = 3, ScaleShape = 2, ScaleRate = 1, NoiseShape = 1.1, NoiseRate = 30;

    /// <summary>The logarithm of the prior density, but for a constant, and its gradient by <see cref="Hyperparameters.FromLogs"/>'s logarithms.</summary>
    /// <param name="theta">The hyperparameters.</param>
    /// <param name="gradient">What the gradient is added to.</param>
    public static double AddLogDensity(Hyperparameters theta, Span<double> gradient)
    {
        var axes = theta.InverseSquaredLengths.Length;
        var centre = Math.Sqrt(2) + (0.5 * Math.Log(axes));
        var density = 0.0;
        for (var i = 0; i < axes; i++)
        {
            // log ℓ; the density of a log-normal variable is that of its logarithm divided by it
            var length = -0.5 * Math.Log(theta.InverseSquaredLengths[i]);
            density -= length + ((length - centre) * (length - centre) / (2 * LengthVariance));
            gradient[i] += 0.5 * (1 + ((length - centre) / LengthVariance));
        }

        density += ((ScaleShape - 1) * Math.Log(theta.Scale)) - (ScaleRate * theta.Scale);
        gradient[axes] += ScaleShape - 1 - (ScaleRate * theta.Scale);
        density += ((NoiseShape - 1) * Math.Log(theta.Noise)) - (NoiseRate * theta.Noise);
        gradient[axes + 1] += (((NoiseShape - 1) / theta.Noise) - NoiseRate) * (theta.Noise - Hyperparameters.MinNoise);
        return density;
    }
}
