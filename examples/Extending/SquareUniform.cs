using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Extending;

/// <summary>Real numbers whose square roots are uniformly distributed: small ones are more frequent, and 0 is possible, unlike on a log scale.</summary>
/// <param name="Lower">The smallest value, at least 0.</param>
/// <param name="Upper">The largest value.</param>
public sealed record SquareUniform(double Lower, double Upper) : RealDomain(Lower, Upper)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Problem> Problems() => Lower >= 0 && Lower < Upper && double.IsFinite(Upper)
        ? []
        : [new Problem("lower", "The bounds must be finite, the lower one at least 0 and below the upper one.")];

    /// <inheritdoc/>
    public override ParameterValue Decode(double position)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(position, double.NaN);
        var root = Root(Lower) + (Math.Clamp(position, 0, 1) * (Root(Upper) - Root(Lower)));
        return Math.Clamp(root * root, Lower, Upper);
    }

    /// <inheritdoc/>
    protected override double EncodeMember(ParameterValue value) => (Root(value.AsReal()) - Root(Lower)) / (Root(Upper) - Root(Lower));

    private static double Root(double number) => Math.Sqrt(number);
}
