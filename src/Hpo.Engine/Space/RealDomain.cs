using static Hpo.Engine.Space.NumericRules;

namespace Hpo.Engine.Space;

/// <summary>A domain of real numbers between two bounds, both of which belong to it.</summary>
/// <param name="Lower">The smallest value.</param>
/// <param name="Upper">The largest value.</param>
public abstract record RealDomain(double Lower, double Upper) : Domain
{
    private static readonly HashSet<ParameterKind> RealKind = [ParameterKind.Real];

    /// <inheritdoc/>
    public override IReadOnlySet<ParameterKind> Kinds => RealKind;

    /// <inheritdoc/>
    public override long? Cardinality => null;

    /// <inheritdoc/>
    public override string? Refuse(ParameterValue value)
    {
        value = Coerce(value);
        if (value.Kind != ParameterKind.Real)
            return $"{value} is not a number.";
        var number = value.AsReal();
        return number >= Lower && number <= Upper
            ? null
            : $"{value} lies outside the range from {Show(Lower)} to {Show(Upper)}.";
    }

    /// <inheritdoc/>
    public override ParameterValue Coerce(ParameterValue value) =>
        value.Kind == ParameterKind.Integer ? ParameterValue.FromReal(value.AsReal()) : value;

    /// <inheritdoc/>
    protected override string Arguments => $"{Show(Lower)}, {Show(Upper)}";
}
