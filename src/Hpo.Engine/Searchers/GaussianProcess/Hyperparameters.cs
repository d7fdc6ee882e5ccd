namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>The hyperparameters of a Gaussian process with the kernel <see cref="Matern52"/>.</summary>
/// <param name="InverseSquaredLengths">1/ℓ² for each axis, ℓ being the distance over which the function changes.</param>
/// <param name="Scale">The variance of the function.</param>
/// <param name="Noise">The variance of the noise on it, at least <see cref="MinNoise"/>.</param>
internal sealed record Hyperparameters(double[] InverseSquaredLengths, double Scale, double Noise)
{
    /// <summary>The least variance of the noise, in units of the variance of the targets: it keeps the kernel's matrix well conditioned.</summary>
    public const double MinNoise = 1e-6;

    /// <summary>How many numbers <see cref="FromLogs"/> takes.</summary>
    public static int Parameters(int axes) => axes + 2;

    /// <summary>The hyperparameters from the logarithms that are optimised: those of 1/ℓ², of the scale and of the noise above its least.</summary>
    public static Hyperparameters FromLogs(ReadOnlySpan<double> logs)
    {
        var inverseSquaredLengths = new double[logs.Length - 2];
        for (var i = 0; i < inverseSquaredLengths.Length; i++)
            inverseSquaredLengths[i] = Math.Exp(logs[i]);
        return new(inverseSquaredLengths, Math.Exp(logs[^2]), MinNoise + Math.Exp(logs[^1]));
    }
}
