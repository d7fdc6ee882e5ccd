using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>Positive real numbers whose logarithm is uniformly distributed: each factor of ten is equally probable.</summary>
/// <param name="Lower">The smallest value, above 0.</param>
/// <param name="Upper">The largest value.</param>
public sealed record LogUniform(double Lower, double Upper) : RealDomain(Lower, Upper)
{
    private double LogWidth => NumericRules.LogRatio(Upper, Lower);

    /// <inheritdoc/>
    public override IReadOnlyList<Problem> Problems() =>
        [.. NumericRules.FiniteAndOrdered(Lower, Upper), .. NumericRules.AboveZero(Lower), .. NumericRules.NotTooNarrow(Lower, Upper, LogWidth)];

    /// <inheritdoc/>
    public override ParameterValue Decode(double position) => NumericRules.Unit(position) switch
    {
        // both ends are met exactly, whatever the rounding of the logarithms
        0 => Lower,
        1 => Upper,
        var unit => Math.Clamp(Math.Exp(Math.Log(Lower) + (unit * LogWidth)), Lower, Upper),
    };

    /// <inheritdoc/>
    protected override double EncodeMember(ParameterValue value) =>
        Math.Clamp(NumericRules.LogRatio(value.AsReal(), Lower) / LogWidth, 0, 1);
}
