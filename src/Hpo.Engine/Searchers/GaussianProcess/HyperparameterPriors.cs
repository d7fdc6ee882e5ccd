namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// How plausible hyperparameters are before anything is known, as gamma distributions given by shape and rate: length scales Γ(3, 6), so that
/// most lie between a tenth and the whole of the cube's side (as in BoTorch: Balandat et al., NeurIPS 2020), the scale Γ(2, 1) and the
/// noise Γ(1.1, 30).
/// </summary>
internal static class HyperparameterPriors
{
    /// <summary>The rate of the noise's distribution: how strongly noise is held to be small.</summary>
    public const double NoiseRate = 30;

    private const double LengthShape = 3, LengthRate = 6, ScaleShape = 2, ScaleRate = 1, NoiseShape = 1.1;

    /// <summary>The logarithm of the prior density, but for a constant, and its gradient by <see cref="Hyperparameters.FromLogs"/>'s logarithms.</summary>
    /// <param name="theta">The hyperparameters.</param>
    /// <param name="gradient">What the gradient is added to.</param>
    public static double AddLogDensity(Hyperparameters theta, Span<double> gradient)
    {
        var axes = theta.InverseSquaredLengths.Length;
        var density = 0.0;
        for (var i = 0; i < axes; i++)
        {
            // ∂ log ℓ / ∂ log(1/ℓ²) = −½
            var length = 1 / Math.Sqrt(theta.InverseSquaredLengths[i]);
            density += ((LengthShape - 1) * Math.Log(length)) - (LengthRate * length);
            gradient[i] -= 0.5 * (LengthShape - 1 - (LengthRate * length));
        }

        density += ((ScaleShape - 1) * Math.Log(theta.Scale)) - (ScaleRate * theta.Scale);
        gradient[axes] += ScaleShape - 1 - (ScaleRate * theta.Scale);
        density += ((NoiseShape - 1) * Math.Log(theta.Noise)) - (NoiseRate * theta.Noise);
        gradient[axes + 1] += (((NoiseShape - 1) / theta.Noise) - NoiseRate) * (theta.Noise - Hyperparameters.MinNoise);
        return density;
    }
}
