using Hpo.Engine.Validation;

namespace Hpo.Engine.Space;

/// <summary>Positive real numbers whose logarithm is uniformly distributed: each factor of ten is equally probable.</summary>
/// <param name="Lower">The smallest value, above 0.</param>
/// <param name="Upper">The largest value.</param>
public sealed record LogUniform(double Lower, double Upper) : RealDomain(Lower, Upper)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Problem> Problems() =>
        [.. NumericRules.FiniteAndOrdered(Lower, Upper), .. NumericRules.AboveZero(Lower)];

    /// <inheritdoc/>
    public override ParameterValue Decode(double position) =>
        Math.Clamp(Lower * Math.Exp(Math.Clamp(position, 0, 1) * Math.Log(Upper / Lower)), Lower, Upper);

    /// <inheritdoc/>
    private protected override double EncodeMember(ParameterValue value) =>
        Math.Log(value.AsReal() / Lower) / Math.Log(Upper / Lower);
}
