using static Hpo.Engine.Space.NumericRules;

namespace Hpo.Engine.Space;

/// <summary>A domain of integers from a lower bound, which belongs to it, to an upper bound, which does not.</summary>
/// <param name="Lower">The smallest integer that can be drawn.</param>
/// <param name="UpperExclusive">The first integer that is too large, as in Python's <c>randrange</c> and the book's <c>randint</c>.</param>
public abstract record IntegerDomain(long Lower, long UpperExclusive) : Domain
{
    private static readonly HashSet<ParameterKind> IntegerKind = [ParameterKind.Integer];

    /// <inheritdoc/>
    public override IReadOnlySet<ParameterKind> Kinds => IntegerKind;

    /// <inheritdoc/>
    public override long? Cardinality => UpperExclusive - Lower;

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => Lower + index;

    /// <summary>The largest integer that can be drawn.</summary>
    public virtual long Largest => UpperExclusive - 1;

    /// <inheritdoc/>
    public override string? Refuse(ParameterValue value)
    {
        value = Coerce(value);
        if (value.Kind != ParameterKind.Integer)
            return $"{value} is not a whole number.";
        var number = value.AsInteger();
        return number >= Lower && number <= Largest
            ? null
            : $"{value} lies outside the range from {Show(Lower)} to {Show(Largest)}.";
    }

    /// <inheritdoc/>
    public override ParameterValue Coerce(ParameterValue value) =>
        value.Kind == ParameterKind.Real && double.IsInteger(value.AsReal()) && Math.Abs(value.AsReal()) <= ParameterValue.MaxInteger
            ? ParameterValue.FromInteger((long)value.AsReal())
            : value;

    /// <inheritdoc/>
    protected override string Arguments => $"{Show(Lower)}, {Show(UpperExclusive)}";
}
