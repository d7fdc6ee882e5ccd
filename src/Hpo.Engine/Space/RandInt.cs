using Hpo.Engine.Validation;
using static Hpo.Engine.Space.NumericRules;

namespace Hpo.Engine.Space;

/// <summary>
/// Integers, each equally probable, from <see cref="IntegerDomain.Lower"/> up to but without <see cref="IntegerDomain.UpperExclusive"/>;
/// with a <see cref="Step"/>, only lower, lower + step, lower + 2·step, …
/// </summary>
/// <param name="Lower">The smallest integer.</param>
/// <param name="UpperExclusive">The first integer that is too large; the range holds at most 2⁵⁰ integers.</param>
/// <param name="Step">The distance between neighbouring values, at least 1.</param>
public sealed record RandInt(long Lower, long UpperExclusive, long Step = 1) : IntegerDomain(Lower, UpperExclusive)
{
    /// <inheritdoc/>
    public override long? Cardinality => ((UpperExclusive - 1 - Lower) / Step) + 1;

    /// <inheritdoc/>
    public override long Largest => At(Cardinality!.Value - 1);

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> Problems() => [.. Integers(Lower, UpperExclusive), .. StepProblems(), .. RangeProblems()];

    /// <inheritdoc/>
    public override string? Refuse(ParameterValue value)
    {
        if (base.Refuse(value) is { } reason)
            return reason;
        var beyond = (Coerce(value).AsInteger() - Lower) % Step;
        return beyond == 0 ? null : $"{value} is not on the grid that starts at {Show(Lower)} in steps of {Show(Step)}.";
    }

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => At(index);

    /// <inheritdoc/>
    public override ParameterValue Decode(double position) => At(Cell(position, Cardinality!.Value));

    /// <inheritdoc/>
    protected override string Arguments => Step == 1 ? base.Arguments : $"{base.Arguments}, {Show(Step)}";

    /// <inheritdoc/>
    protected override double EncodeMember(ParameterValue value) =>
        Centre((value.AsInteger() - Lower) / Step, Cardinality!.Value);

    private long At(long cell) => Lower + (cell * Step);

    private IEnumerable<Problem> StepProblems()
    {
        if (Step < 1)
            yield return new Problem("step", "The step must be a whole number of at least 1.");
        else if (Step > 1 && IsInteger(Lower) && IsInteger(UpperExclusive) && UpperExclusive > Lower && Step > UpperExclusive - 1 - Lower)
            yield return new Problem("step", $"The step {Show(Step)} is larger than the range: only the lower bound could be drawn.");
    }

    private IEnumerable<Problem> RangeProblems()
    {
        if (Step >= 1 && IsInteger(Lower) && IsInteger(UpperExclusive) && Cardinality > MaxCells)
            yield return new Problem("upper", $"The range holds {Show(Cardinality.Value)} integers: at most {Show(MaxCells)} are allowed.");
    }
}
