using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>Kernels on an axis whose order means something: normal distributions restricted to the axis.</summary>
internal abstract class NumericKernels(Axis axis) : AxisKernels(axis)
{
    /// <summary>The prior's standard deviation: the whole range.</summary>
    protected const double PriorWidth = 1;

    /// <summary>The prior's centre.</summary>
    protected const double PriorCentre = 0.5;

    /// <summary>So many standard deviations away, nothing is left of a normal distribution: 10⁻¹⁹.</summary>
    private const double Far = 9;

    /// <summary>log(Φ(½) − Φ(−½)): how much of the prior's normal distribution lies on the axis.</summary>
    protected static readonly double LogPriorInside = StandardNormal.LogInterval(-0.5, 0.5);

    /// <summary>One over each kernel's standard deviation.</summary>
    protected double[] Inverses { get; private set; } = [];

    /// <summary>For each kernel, the logarithm of how much of its normal distribution lies on the axis.</summary>
    protected double[] LogInside { get; private set; } = [];

    /// <inheritdoc/>
    public override void Complete()
    {
        var centres = Vectors(Centres);
        var widths = Vectors(Widths);
        var inverses = Vectors(Inverses);
        var inside = Vectors(LogInside);
        for (var i = 0; i < centres.Length; i++)
        {
            inverses[i] = Vector512<double>.One / widths[i];
            var (from, to) = (-centres[i] * inverses[i], (Vector512<double>.One - centres[i]) * inverses[i]);
            inside[i] = Vector512.GreaterThanAll(Vector512.Min(-from, to), Vector512.Create(Far))
                ? Vector512<double>.Zero
                : StandardNormal.LogInterval(from, to);
        }
    }

    /// <inheritdoc/>
    public override double Sample(RandomStream random, int? component, double widening) => component is { } i
        ? TruncatedNormal.Sample(random, Centres[i], Math.Min(Widths[i] * widening, PriorWidth))
        : TruncatedNormal.Sample(random, PriorCentre, PriorWidth);

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        Inverses = new double[length];
        LogInside = new double[length];
    }

    /// <summary>The number of kernels that differ.</summary>
    protected virtual int Kernels => Count;

    /// <summary>An array of a number a kernel, as far as it is in use, as vectors.</summary>
    protected Span<Vector512<double>> Vectors(double[] array) =>
        MemoryMarshal.Cast<double, Vector512<double>>(array.AsSpan(0, WholeVectors(Kernels)));

    /// <summary>The logarithm of the prior's density.</summary>
    protected static double LogPriorDensity(double position) =>
        (-0.5 * (position - PriorCentre) * (position - PriorCentre)) - StandardNormal.LogRootTwoPi - LogPriorInside;
}
