using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>
/// Real numbers x of [0, 1) for which log(1 − x) is uniformly distributed: for quantities that matter near 1, such as a momentum
/// of 0.9, 0.99, 0.999.
/// </summary>
/// <param name="Lower">The smallest value, at least 0.</param>
/// <param name="Upper">The largest value, below 1.</param>
public sealed record ReverseLogUniform(double Lower, double Upper) : RealDomain(Lower, Upper)
{
    private double LogWidth => Math.Log((1 - Upper) / (1 - Lower));

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> Problems() => [.. NumericRules.FiniteAndOrdered(Lower, Upper), .. WithinUnitInterval(), .. NumericRules.NotTooNarrow(Lower, Upper, LogWidth)];

    /// <inheritdoc/>
    public override ParameterValue Decode(double position) => NumericRules.Unit(position) switch
    {
        // both ends are met exactly, whatever the rounding of the logarithms
        0 => Lower,
        1 => Upper,
        var unit => Math.Clamp(1 - ((1 - Lower) * Math.Exp(unit * LogWidth)), Lower, Upper),
    };

    /// <inheritdoc/>
    protected override double EncodeMember(ParameterValue value) =>
        Math.Clamp(Math.Log((1 - value.AsReal()) / (1 - Lower)) / LogWidth, 0, 1);

    private IEnumerable<Problem> WithinUnitInterval()
    {
        if (Lower < 0)
            yield return new Problem("lower", $"Lower bound {NumericRules.Show(Lower)} is not allowed on a reverse log scale: use 0 or more.");
        if (Upper >= 1)
            yield return new Problem("upper", $"Upper bound {NumericRules.Show(Upper)} is not allowed on a reverse log scale: use a value below 1.");
    }
}
