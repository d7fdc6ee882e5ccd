using Hpo.Engine.Validation;
using static Hpo.Engine.Space.NumericRules;

namespace Hpo.Engine.Space;

/// <summary>
/// Real numbers, uniformly distributed over [<see cref="RealDomain.Lower"/>, <see cref="RealDomain.Upper"/>]; with a
/// <see cref="Step"/>, only lower, lower + step, lower + 2·step, … up to the upper bound, each equally probable.
/// </summary>
/// <param name="Lower">The smallest value.</param>
/// <param name="Upper">The largest value; with a step, the largest only if it lies on the grid.</param>
/// <param name="Step">The distance between neighbouring values; null for a continuous range.</param>
public sealed record Uniform(double Lower, double Upper, double? Step = null) : RealDomain(Lower, Upper)
{
    /// <inheritdoc/>
    public override long? Cardinality => Step is { } step ? (long)((Exact(Upper) - Exact(Lower)) / Exact(step)) + 1 : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> Problems() =>
        [.. FiniteAndOrdered(Lower, Upper), .. Step is { } step ? NumericRules.Step(Lower, Upper, step) : []];

    /// <inheritdoc/>
    public override string? Refuse(ParameterValue value)
    {
        if (base.Refuse(value) is { } reason)
            return reason;
        if (Step is not { } step)
            return null;
        var nearest = AtStep(NearestStep(value.AsReal()));
        return Math.Abs(nearest - value.AsReal()) <= 1e-9 * step
            ? null
            : $"{value} is not on the grid that starts at {Show(Lower)} in steps of {Show(step)}: the nearest value is {Show(nearest)}.";
    }

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => Step is null ? base.ValueAt(index) : AtStep(index);

    /// <inheritdoc/>
    public override ParameterValue Decode(double position)
    {
        if (Cardinality is { } cells)
            return AtStep(Cell(position, cells));
        // the weighted mean meets both bounds exactly, and the width of the range need not be finite
        var unit = Unit(position);
        return Math.Clamp((Lower * (1 - unit)) + (Upper * unit), Lower, Upper);
    }

    /// <inheritdoc/>
    protected override string Arguments => Step is { } step ? $"{base.Arguments}, {Show(step)}" : base.Arguments;

    /// <inheritdoc/>
    protected override double EncodeMember(ParameterValue value) => Cardinality is { } cells
        ? Centre(NearestStep(value.AsReal()), cells)
        : Share(value.AsReal());

    private double Share(double number)
    {
        var width = Upper - Lower;
        // halved, the widest range is finite; halving the narrowest would leave nothing
        return double.IsFinite(width) ? (number - Lower) / width : ((number / 2) - (Lower / 2)) / ((Upper / 2) - (Lower / 2));
    }

    private double AtStep(long index) => Math.Clamp(Nearest(Exact(Lower) + (index * Exact(Step!.Value))), Lower, Upper);

    private long NearestStep(double number) =>
        Math.Clamp((long)Math.Round((Exact(number) - Exact(Lower)) / Exact(Step!.Value)), 0, Cardinality!.Value - 1);
}
