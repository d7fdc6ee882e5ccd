using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>
/// A density over the unit cube, estimated from points (Parzen, <i>On estimation of a probability density function and mode</i>, 1962): the
/// mean of components, one a point and possibly one for what was thought before; each is a product of kernels, one an axis.
/// </summary>
internal sealed class ParzenEstimator
{
    /// <summary>
    /// A component that is smaller than the prior by this factor, in logarithms, does not change the first ten digits of a sum of
    /// thousands.
    /// </summary>
    private const double Lost = 32;

    private readonly bool _hasPrior;
    private readonly ImmutableArray<AxisKernels> _kernels;

    /// <summary>
    /// The axes in the order in which they are gone through: cheap ones first, which make many components negligible for the others.
    /// </summary>
    private readonly ImmutableArray<int> _sequence;
    private double[] _sums = [];
    private int _count;

    /// <summary>An estimator without points.</summary>
    /// <param name="axes">The axes of the cube; at least one.</param>
    /// <param name="hasPrior">Whether there is a component that covers the whole cube, besides those of points.</param>
    public ParzenEstimator(IEnumerable<Axis> axes, bool hasPrior)
    {
        _hasPrior = hasPrior;
        _kernels = [.. axes.Select(AxisKernels.Of)];
        _sequence = [.. Sequence([.. _kernels.Select(kernels => kernels.Axis)])];
    }

    /// <summary>
    /// The numbers of axes in the order in which an estimator goes through them. It is fastest when its points are sorted along the first
    /// of these.
    /// </summary>
    public static IEnumerable<int> Sequence(IReadOnlyList<Axis> axes) =>
        Enumerable.Range(0, axes.Count).OrderBy(axis => axes[axis].Kind switch { AxisKind.Continuous => 0, AxisKind.Categorical => 1, _ => 2 });

    /// <summary>The kernels of an axis.</summary>
    public AxisKernels this[int axis] => _kernels[axis];

    /// <summary>Begins anew with a number of points; at least one when there is no prior.</summary>
    public void Resize(int count)
    {
        _count = count;
        foreach (var kernels in _kernels)
            kernels.Resize(count);
        if (_sums.Length < AxisKernels.WholeVectors(count))
            _sums = new double[2 * AxisKernels.WholeVectors(count)];
    }

    /// <summary>Prepares for questions, when the kernels of all points are set.</summary>
    public void Complete()
    {
        foreach (var kernels in _kernels)
            kernels.Complete();
    }

    /// <summary>The logarithm of the density at a point.</summary>
    public double LogDensity(ReadOnlySpan<double> point)
    {
        var prior = LogPrior(point);
        return LogSumExp(LogKernels(point, prior), prior) - Math.Log(_count + (_hasPrior ? 1 : 0));
    }

    /// <summary>
    /// The logarithms of the components at a point, one for each of the points that the estimator is made of; those that are negligible
    /// beside the prior are given too large, but still so small. Valid until the next question.
    /// </summary>
    public ReadOnlySpan<double> LogKernels(ReadOnlySpan<double> point) => LogKernels(point, LogPrior(point))[.._count];

    /// <summary>The logarithm of the prior's component at a point; minus infinity when there is none.</summary>
    public double LogPrior(ReadOnlySpan<double> point)
    {
        if (!_hasPrior)
            return double.NegativeInfinity;
        var sum = 0.0;
        for (var axis = 0; axis < _kernels.Length; axis++)
            sum += _kernels[axis].LogPrior(point[axis]);
        return sum;
    }

    /// <summary>Draws a point: a component first, each equally probable, then a point from it.</summary>
    /// <param name="random">Where the draw comes from.</param>
    /// <param name="widening">What to multiply the widths of kernels by.</param>
    /// <param name="point">Receives the point.</param>
    public void Sample(RandomStream random, double widening, Span<double> point)
    {
        var component = random.Next(_count + (_hasPrior ? 1 : 0));
        for (var axis = 0; axis < _kernels.Length; axis++)
            point[axis] = _kernels[axis].Sample(random, component < _count ? component : null, widening);
    }

    private Span<double> LogKernels(ReadOnlySpan<double> point, double prior)
    {
        var sums = _sums.AsSpan(0, AxisKernels.WholeVectors(_count));
        sums[.._count].Clear();
        sums[_count..].Fill(double.NegativeInfinity);
        var rest = 0.0;
        foreach (var kernels in _kernels)
            rest += kernels.MaxLogKernel;
        foreach (var axis in _sequence)
        {
            _kernels[axis].AddLogKernels(point[axis], sums, prior - Lost - rest);
            rest -= _kernels[axis].MaxLogKernel;
        }

        return sums;
    }

    /// <summary>log(exp(first) + Σ exp(others)), without overflow.</summary>
    private static double LogSumExp(ReadOnlySpan<double> others, double first)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(others);
        var largest = Vector512.Create(first);
        foreach (var vector in vectors)
            largest = Vector512.Max(largest, vector);
        var max = first;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            max = Math.Max(max, largest[lane]);
        var (shift, floor) = (Vector512.Create(max), Vector512.Create(max - Lost));
        var sum = Vector512<double>.Zero;
        foreach (var vector in vectors)
        {
            if (!Vector512.LessThanAll(vector, floor))
                sum += Vector512.Exp(vector - shift);
        }

        // lane by lane, so that the order of additions does not depend on the processor
        var total = Math.Exp(first - max);
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            total += sum[lane];
        return max + Math.Log(total);
    }
}
