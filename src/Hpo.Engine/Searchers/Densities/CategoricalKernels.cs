using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;

namespace Hpo.Engine.Searchers.Densities;

/// <summary>
/// Kernels on an axis of categories: a component's own category has probability 1 − h, the others share h equally (Aitchison and Aitken,
/// <i>Multivariate binary discrimination by the kernel method</i>, Biometrika 1976).
/// </summary>
internal sealed class CategoricalKernels(Axis axis) : AxisKernels(axis)
{
    private double _logOwn;
    private double _logOther;

    /// <inheritdoc/>
    public override double MaxLogKernel => 0;

    /// <inheritdoc/>
    public override void Complete()
    {
        if (Count == 0)
            return;
        _logOwn = Math.Log(1 - Widths[0]);
        _logOther = Math.Log(Widths[0] / (Axis.Cells - 1));
        // a component's centre becomes the number of its category, so that centres can be compared
        for (var i = 0; i < Count; i++)
            Centres[i] = Axis.CellOf(Centres[i]);
    }

    /// <inheritdoc/>
    public override void AddLogKernels(double position, Span<double> sums, double negligible)
    {
        var category = Vector512.Create((double)Axis.CellOf(position));
        var (own, other) = (Vector512.Create(_logOwn), Vector512.Create(_logOther));
        var totals = MemoryMarshal.Cast<double, Vector512<double>>(sums);
        var categories = MemoryMarshal.Cast<double, Vector512<double>>(Centres.AsSpan(0, sums.Length));
        for (var i = 0; i < totals.Length; i++)
            totals[i] += Vector512.ConditionalSelect(Vector512.Equals(categories[i], category), own, other);
    }

    /// <inheritdoc/>
    public override double LogPrior(double position) => -Math.Log(Axis.Cells);

    /// <inheritdoc/>
    public override double Sample(RandomStream random, int? component, double widening)
    {
        var cells = (int)Axis.Cells;
        if (component is not { } i)
            return Position(random.Next(cells));
        // as far as all categories are equally probable
        var leaves = Math.Min(Widths[i] * widening, (cells - 1.0) / cells);
        var own = (int)Centres[i];
        return Position(random.NextDouble() < leaves ? (own + 1 + random.Next(cells - 1)) % cells : own);
    }

    private double Position(int category) => (category + 0.5) / Axis.Cells;
}
