using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Extending.Tests;

/// <summary>A domain of words that derives from <see cref="Domain"/> itself and says no more than it has to.</summary>
internal sealed record Weekday : Domain
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public override IReadOnlySet<ParameterKind> Kinds => new HashSet<ParameterKind> { ParameterKind.Text };

    public override long? Cardinality => Days.Length;

    public override IReadOnlyList<Problem> Problems() => [];

    public override string? Refuse(ParameterValue value) => value.Kind == ParameterKind.Text && Days.Contains(value.AsText()) ? null : $"{value} is no weekday.";

    public override ParameterValue Decode(double position) => Days[Math.Clamp((int)(position * Days.Length), 0, Days.Length - 1)];

    protected override string Arguments => "";

    protected override double EncodeMember(ParameterValue value) => (Array.IndexOf(Days, value.AsText()) + 0.5) / Days.Length;
}
