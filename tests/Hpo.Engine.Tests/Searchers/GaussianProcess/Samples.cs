using System.Collections.Immutable;
using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.GaussianProcess;
using Hpo.Engine.Space;
using MathNet.Numerics.LinearAlgebra;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

/// <summary>Points, targets and hyperparameters to try Gaussian processes on, and the kernel as it is written in books.</summary>
internal static class Samples
{
    /// <summary>Two continuous axes, one of integers and one of categories.</summary>
    public static ImmutableArray<Axis> Axes { get; } = new UnitCube(new ConfigSpace(
        ("a", new Uniform(0, 1)), ("b", new LogUniform(0.1, 10)), ("n", new RandInt(1, 9)), ("c", new Choice("x", "y", "z")))).Axes;

    public static Hyperparameters Theta { get; } = new([4, 0.5, 2, 0.7], 1.5, 0.01);

    public static List<double[]> Points(int count, long seed = 1)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Axes.Select(axis => axis.Snap(random.NextDouble())).ToArray())];
    }

    public static double[] Targets(IEnumerable<double[]> points) =>
        [.. points.Select(point => Math.Sin(5 * point[0]) + (point[1] * point[2]) - (point[3] > 0.5 ? 0.5 : 0))];

    public static double Kernel(Hyperparameters theta, double[] a, double[] b)
    {
        var squared = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            var distance = Axes[i].Kind == AxisKind.Categorical ? (a[i] == b[i] ? 0 : 1) : a[i] - b[i];
            squared += distance * distance * theta.InverseSquaredLengths[i];
        }

        var r = Math.Sqrt(squared);
        return theta.Scale * (1 + (Math.Sqrt(5) * r) + (5 * r * r / 3)) * Math.Exp(-Math.Sqrt(5) * r);
    }

    /// <summary>The covariance of noisy targets.</summary>
    public static Matrix<double> Covariance(Hyperparameters theta, IReadOnlyList<double[]> points) => Matrix<double>.Build.Dense(
        points.Count, points.Count, (i, j) => Kernel(theta, points[i], points[j]) + (i == j ? theta.Noise : 0));

    /// <summary>The derivative of a function by one of several numbers, from four values around them.</summary>
    public static double Derivative(Func<double[], double> function, double[] at, int by, double step = 1e-4)
    {
        double Value(double steps)
        {
            double[] moved = [.. at];
            moved[by] += steps * step;
            return function(moved);
        }

        return ((8 * (Value(1) - Value(-1))) - (Value(2) - Value(-2))) / (12 * step);
    }

    public static void AssertClose(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected - (tolerance * (1 + Math.Abs(expected))), expected + (tolerance * (1 + Math.Abs(expected))));
}
