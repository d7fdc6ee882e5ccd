using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>
/// Positive integers on a log scale, from <see cref="IntegerDomain.Lower"/> up to but without <see cref="IntegerDomain.UpperExclusive"/>:
/// the integer k is drawn with probability proportional to log((k + ½) / (k − ½)), which makes each factor of ten about equally probable.
/// </summary>
/// <param name="Lower">The smallest integer, at least 1.</param>
/// <param name="UpperExclusive">The first integer that is too large; at most 10¹².</param>
public sealed record LogRandInt(long Lower, long UpperExclusive) : IntegerDomain(Lower, UpperExclusive)
{
    private double Start => Lower - 0.5;

    private double LogWidth => Math.Log((UpperExclusive - 0.5) / Start);

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> Problems() =>
        [.. NumericRules.Integers(Lower, UpperExclusive), .. NumericRules.AboveZero(Lower), .. NotTooLarge()];

    /// <inheritdoc/>
    public override ParameterValue Decode(double position) =>
        Math.Clamp((long)Math.Round(Start * Math.Exp(NumericRules.Unit(position) * LogWidth)), Lower, UpperExclusive - 1);

    /// <summary>The positions that stand for an integer of the domain: from the first to the last.</summary>
    internal (double From, double To) CellOf(long number) => (Math.Log((number - 0.5) / Start) / LogWidth, Math.Log((number + 0.5) / Start) / LogWidth);

    /// <inheritdoc/>
    protected override double EncodeMember(ParameterValue value)
    {
        var (from, to) = CellOf(value.AsInteger());
        return (from + to) / 2;
    }

    private IEnumerable<Problem> NotTooLarge()
    {
        if (UpperExclusive > NumericRules.MaxLogInteger)
            yield return new Problem("upper", $"On a log scale, the upper bound of integers must be at most {NumericRules.Show(NumericRules.MaxLogInteger)}.");
    }
}
