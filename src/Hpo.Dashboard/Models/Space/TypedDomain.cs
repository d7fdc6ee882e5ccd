namespace Hpo.Dashboard.Models.Space;

/// <summary>The fields of a domain as they were typed, right or wrong. Those that its type does not use are empty.</summary>
public sealed record TypedDomain
{
    public string Lower { get; init; } = "";

    public string Upper { get; init; } = "";

    public string Step { get; init; } = "";

    public string Values { get; init; } = "";

    public string Constant { get; init; } = "";

    public string Initial { get; init; } = "";

    public string this[SpaceField field] => field switch
    {
        SpaceField.Lower => Lower,
        SpaceField.Upper => Upper,
        SpaceField.Step => Step,
        SpaceField.Values => Values,
        SpaceField.Constant => Constant,
        SpaceField.Initial => Initial,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public TypedDomain With(SpaceField field, string text) => field switch
    {
        SpaceField.Lower => this with { Lower = text },
        SpaceField.Upper => this with { Upper = text },
        SpaceField.Step => this with { Step = text },
        SpaceField.Values => this with { Values = text },
        SpaceField.Constant => this with { Constant = text },
        SpaceField.Initial => this with { Initial = text },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}
