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
    public override long? Cardinality => Step is { } step ? (long)(((decimal)Upper - (decimal)Lower) / (decimal)step) + 1 : null;

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
    public override ParameterValue Decode(double position) => Cardinality is { } cells
        ? AtStep(Cell(position, cells))
        : Math.Clamp(Lower + (Math.Clamp(position, 0, 1) * (Upper - Lower)), Lower, Upper);

    /// <inheritdoc/>
    private protected override double EncodeMember(ParameterValue value) => Cardinality is { } cells
        ? Centre(NearestStep(value.AsReal()), cells)
        : (value.AsReal() - Lower) / (Upper - Lower);

    private double AtStep(long index) => (double)((decimal)Lower + (index * (decimal)Step!.Value));

    private long NearestStep(double number) =>
        Math.Clamp((long)Math.Round(((decimal)number - (decimal)Lower) / (decimal)Step!.Value), 0, Cardinality!.Value - 1);
}
