using System.Numerics;
using Hpo.Engine.Randomness;

namespace Hpo.Training.Layers;

/// <summary>How weights start. Biases are set to zero.</summary>
public static class Initialization
{
    /// <summary>
    /// Uniform in ±√(6 / (fan-in + fan-out)) (Glorot and Bengio, 2010), which keeps the variance of signals and gradients
    /// through layers with symmetric activations.
    /// </summary>
    public static void XavierUniform<T>(ParameterMatrix<T> parameters, RandomStream random)
        where T : unmanaged, INumber<T> =>
        Uniform(parameters, random, Math.Sqrt(6.0 / (parameters.Inputs + parameters.FanOut)));

    /// <summary>Uniform in ±√(6 / fan-in) (He et al., 2015), which keeps the variance through layers with ReLU.</summary>
    public static void HeUniform<T>(ParameterMatrix<T> parameters, RandomStream random)
        where T : unmanaged, INumber<T> =>
        Uniform(parameters, random, Math.Sqrt(6.0 / parameters.Inputs));

    /// <summary>Normal with standard deviation √(2 / fan-in) (He et al., 2015).</summary>
    public static void HeNormal<T>(ParameterMatrix<T> parameters, RandomStream random)
        where T : unmanaged, INumber<T>
    {
        var deviation = Math.Sqrt(2.0 / parameters.Inputs);
        Fill(parameters, () => deviation * random.NextGaussian());
    }

    private static void Uniform<T>(ParameterMatrix<T> parameters, RandomStream random, double bound)
        where T : unmanaged, INumber<T> =>
        Fill(parameters, () => bound * (2 * random.NextDouble() - 1));

    private static void Fill<T>(ParameterMatrix<T> parameters, Func<double> draw)
        where T : unmanaged, INumber<T>
    {
        for (var row = 0; row < parameters.Inputs; row++)
        {
            foreach (ref var weight in parameters.Row(row))
                weight = T.CreateChecked(draw());
        }

        parameters.Row(parameters.Inputs).Clear();
    }
}
