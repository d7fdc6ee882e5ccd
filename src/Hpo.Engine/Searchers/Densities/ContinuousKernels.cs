using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>Kernels on a continuous axis: densities of truncated normal distributions.</summary>
internal sealed class ContinuousKernels(Axis axis) : NumericKernels(axis)
{
    /// <summary>For each component the logarithm of its kernel's peak.</summary>
    private double[] _peaks = [];
    private double _highest;

    /// <inheritdoc/>
    public override double MaxLogKernel => _highest;

    /// <inheritdoc/>
    public override void Complete()
    {
        base.Complete();
        var inverses = Vectors(Inverses);
        var inside = Vectors(LogInside);
        var peaks = Vectors(_peaks);
        var highest = Vector512.Create(double.NegativeInfinity);
        for (var i = 0; i < peaks.Length; i++)
        {
            peaks[i] = Vector512.Log(inverses[i]) - Vector512.Create(StandardNormal.LogRootTwoPi) - inside[i];
            highest = Vector512.Max(highest, peaks[i]);
        }

        _highest = double.NegativeInfinity;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            _highest = Math.Max(_highest, highest[lane]);
    }

    /// <inheritdoc/>
    public override void AddLogKernels(double position, Span<double> sums, double negligible)
    {
        var at = Vector512.Create(position);
        var floor = Vector512.Create(negligible);
        var totals = MemoryMarshal.Cast<double, Vector512<double>>(sums);
        var centres = Vectors(Centres)[..totals.Length];
        var inverses = Vectors(Inverses)[..totals.Length];
        var peaks = Vectors(_peaks)[..totals.Length];
        for (var i = 0; i < totals.Length; i++)
        {
            if (Vector512.LessThanAll(totals[i], floor))
                continue;
            var z = (at - centres[i]) * inverses[i];
            totals[i] += peaks[i] - (z * z * 0.5);
        }
    }

    /// <inheritdoc/>
    public override double LogPrior(double position) => LogPriorDensity(position);

    /// <inheritdoc/>
    protected override void Allocate(int length)
    {
        base.Allocate(length);
        _peaks = new double[length];
    }
}
