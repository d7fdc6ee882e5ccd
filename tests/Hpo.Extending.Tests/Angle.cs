using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Extending.Tests;

/// <summary>A continuous domain that derives from <see cref="Domain"/> itself and says no more than it has to.</summary>
internal sealed record Angle : Domain
{
    public override IReadOnlySet<ParameterKind> Kinds => new HashSet<ParameterKind> { ParameterKind.Real };

    public override long? Cardinality => null;

    public override IReadOnlyList<Problem> Problems() => [];

    public override string? Refuse(ParameterValue value) => value.Kind == ParameterKind.Real && value.AsReal() is >= 0 and <= 360 ? null : $"{value} is no angle.";

    public override ParameterValue Decode(double position) => 360 * Math.Clamp(position, 0, 1);

    protected override string Arguments => "";

    protected override double EncodeMember(ParameterValue value) => value.AsReal() / 360;
}
