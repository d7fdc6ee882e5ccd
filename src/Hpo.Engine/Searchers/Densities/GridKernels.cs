using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>
/// Kernels on an axis of cells in order: the probability of a cell is that of its interval under a truncated normal distribution.
/// </summary>
internal sealed class GridKernels(Axis axis) : NumericKernels(axis)
{
    /// <summary>
    /// Cells narrower than this are so narrow beside the kernels, whose standard deviation is at least ten times as large, that the density at the centre
    /// times the width says it more exactly than a difference of two nearly equal probabilities.
    /// </summary>
    private const double Narrow = 1e-4;

    /// <inheritdoc/>
    public override double MaxLogKernel => 0;

    /// <inheritdoc/>
    public override void AddLogKernels(double position, Span<double> sums, double negligible)
    {
        var (from, to) = Axis.Cell(position);
        var narrow = to - from < Narrow;
        var (start, end, centre) = (Vector512.Create(from), Vector512.Create(to), Vector512.Create((from + to) / 2));
        var logWidth = Vector512.Create(Math.Log(to - from) - StandardNormal.LogRootTwoPi);
        var floor = Vector512.Create(negligible);
        var totals = MemoryMarshal.Cast<double, Vector512<double>>(sums);
        var centres = Vectors(Centres)[..totals.Length];
        var inverses = Vectors(Inverses)[..totals.Length];
        var inside = Vectors(LogInside)[..totals.Length];
        for (var i = 0; i < totals.Length; i++)
        {
            if (Vector512.LessThanAll(totals[i], floor))
                continue;
            if (narrow)
            {
                var z = (centre - centres[i]) * inverses[i];
                totals[i] += logWidth + Vector512.Log(inverses[i]) - (z * z * 0.5) - inside[i];
            }
            else
            {
                totals[i] += StandardNormal.LogInterval((start - centres[i]) * inverses[i], (end - centres[i]) * inverses[i]) - inside[i];
            }
        }
    }

    /// <inheritdoc/>
    public override double LogPrior(double position)
    {
        var (from, to) = Axis.Cell(position);
        return to - from < Narrow
            ? Math.Log(to - from) + LogPriorDensity((from + to) / 2)
            : StandardNormal.LogInterval(from - PriorCentre, to - PriorCentre) - LogPriorInside;
    }
}
