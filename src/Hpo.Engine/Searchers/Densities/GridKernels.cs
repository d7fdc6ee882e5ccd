using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>
/// Kernels on an axis of cells in order: the probability of a cell is that of its interval under a truncated normal distribution.
/// </summary>
internal sealed class GridKernels(Axis axis) : NumericKernels(axis)
{
    /// <summary>
    /// Cells narrower than this are so narrow beside the kernels, whose standard deviation is at least ten times as large, that the density
    /// at the centre times the width says it more exactly than a difference of two nearly equal probabilities.
    /// </summary>
    private const double Narrow = 1e-4;

    /// <summary>For each component the number of its kernel: in a cell, many have the same.</summary>
    private int[] _kernelOf = [];
    private double[] _logKernels = [];
    private int _kernels;

    /// <inheritdoc/>
    public override double MaxLogKernel => 0;

    /// <inheritdoc/>
    protected override int Kernels => _kernels;

    /// <inheritdoc/>
    public override void Resize(int count)
    {
        base.Resize(count);
        _kernels = 0;
    }

    /// <inheritdoc/>
    public override void Set(int component, double centre, double width)
    {
        if (_kernels == 0 || Centres[_kernels - 1] != centre || Widths[_kernels - 1] != width)
            base.Set(_kernels++, centre, width);
        _kernelOf[component] = _kernels - 1;
    }

    /// <inheritdoc/>
    public override double Sample(RandomStream random, int? component, double widening) =>
        base.Sample(random, component is { } i ? _kernelOf[i] : null, widening);

    /// <inheritdoc/>
    public override void AddLogKernels(double position, Span<double> sums, double negligible)
    {
        Evaluate(position);
        for (var i = 0; i < Count; i++)
            sums[i] += _logKernels[_kernelOf[i]];
    }

    /// <inheritdoc/>
    public override double LogPrior(double position)
    {
        var (from, to) = Axis.Cell(position);
        return to - from < Narrow
            ? Math.Log(to - from) + LogPriorDensity((from + to) / 2)
            : StandardNormal.LogInterval(from - PriorCentre, to - PriorCentre) - LogPriorInside;
    }

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        base.Allocate(length);
        _kernelOf = new int[length];
        _logKernels = new double[length];
    }

    /// <summary>The logarithm of each kernel at a position.</summary>
    private void Evaluate(double position)
    {
        var (from, to) = Axis.Cell(position);
        var narrow = to - from < Narrow;
        var (start, end, centre) = (Vector512.Create(from), Vector512.Create(to), Vector512.Create((from + to) / 2));
        var logWidth = Vector512.Create(Math.Log(to - from) - StandardNormal.LogRootTwoPi);
        var centres = Vectors(Centres);
        var inverses = Vectors(Inverses)[..centres.Length];
        var inside = Vectors(LogInside)[..centres.Length];
        var logKernels = Vectors(_logKernels)[..centres.Length];
        for (var i = 0; i < centres.Length; i++)
        {
            if (narrow)
            {
                var z = (centre - centres[i]) * inverses[i];
                logKernels[i] = logWidth + Vector512.Log(inverses[i]) - (z * z * 0.5) - inside[i];
            }
            else
            {
                logKernels[i] = StandardNormal.LogInterval((start - centres[i]) * inverses[i], (end - centres[i]) * inverses[i]) - inside[i];
            }
        }
    }
}
