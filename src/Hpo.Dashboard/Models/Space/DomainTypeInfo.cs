using System.Collections.Immutable;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>What the form says about a kind of domain, and which fields it shows for it.</summary>
/// <param name="Type">The kind.</param>
/// <param name="Group">The heading it is listed under.</param>
/// <param name="Label">Its name in the list.</param>
/// <param name="Explanation">How values are drawn, in one sentence.</param>
/// <param name="Fields">The fields that define it, in the order in which they are shown.</param>
public sealed record DomainTypeInfo(DomainType Type, string Group, string Label, string Explanation, ImmutableArray<SpaceField> Fields)
{
    private const string Real = "Real numbers", Whole = "Whole numbers", Listed = "Listed values";

    public static ImmutableArray<DomainTypeInfo> All { get; } =
    [
        new(DomainType.Uniform, Real, "Uniform", "Every value in the range is equally likely.", [SpaceField.Lower, SpaceField.Upper, SpaceField.Step]),
        new(DomainType.LogUniform, Real, "Log-uniform", "Every factor of ten is equally likely.", [SpaceField.Lower, SpaceField.Upper]),
        new(DomainType.ReverseLogUniform, Real, "Reverse log-uniform", "Finer towards 1, as for 0.9, 0.99, 0.999.", [SpaceField.Lower, SpaceField.Upper]),
        new(DomainType.RandInt, Whole, "Integer", "Every whole number is equally likely.", [SpaceField.Lower, SpaceField.Upper, SpaceField.Step]),
        new(DomainType.LogRandInt, Whole, "Log-integer", "Every factor of ten is about equally likely.", [SpaceField.Lower, SpaceField.Upper]),
        new(DomainType.Choice, Listed, "Choice", "One of the values; their order means nothing.", [SpaceField.Values]),
        new(DomainType.Ordinal, Listed, "Ordinal", "One of the values; neighbours are alike.", [SpaceField.Values]),
        new(DomainType.Constant, Listed, "Constant", "Always the same value.", [SpaceField.Constant]),
    ];

    public DomainShape Shape => Fields[0] switch
    {
        SpaceField.Values => DomainShape.List,
        SpaceField.Constant => DomainShape.Single,
        _ => DomainShape.Range,
    };

    /// <summary>Whether the bounds are whole numbers, of which the upper one is not included.</summary>
    public bool IsInteger => Group == Whole;

    /// <summary>Whether the initial value is a field of its own; a constant has only one value to start with.</summary>
    public bool HasInitial => Shape != DomainShape.Single;

    public static DomainTypeInfo Of(DomainType type) => All[(int)type];

    public static DomainType TypeOf(Domain domain) => Enum.Parse<DomainType>(domain.GetType().Name);
}
