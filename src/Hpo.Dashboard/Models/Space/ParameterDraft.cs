using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>One hyperparameter as it stands in the form: texts, right or wrong, exactly as typed.</summary>
public sealed record ParameterDraft
{
    /// <summary>Tells this row from the others, whatever it is called and wherever it stands.</summary>
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required DomainType Type { get; init; }

    public TypedDomain Text { get; init; } = new();

    /// <summary>What the fields said when a type was last left, so that going back to it brings it back.</summary>
    private ImmutableDictionary<DomainType, TypedDomain> Left { get; init; } = ImmutableDictionary<DomainType, TypedDomain>.Empty;

    [JsonIgnore]
    public DomainTypeInfo Info => DomainTypeInfo.Of(Type);

    /// <summary>The row of a hyperparameter that is already known to the engine.</summary>
    public static ParameterDraft Of(int id, Parameter parameter, ParameterValue? initial) => new()
    {
        Id = id,
        Name = parameter.Name,
        Type = DomainTypeInfo.TypeOf(parameter.Domain),
        Text = DomainWriter.Write(parameter.Domain) with { Initial = DomainWriter.Initial(parameter.Domain, initial) },
    };

    public string this[SpaceField field] => field == SpaceField.Name ? Name : Text[field];

    public ParameterDraft With(SpaceField field, string text) =>
        field == SpaceField.Name ? this with { Name = text } : this with { Text = Text.With(field, text) };

    /// <summary>
    /// The same row with another type. Bounds, values and the initial value are carried over as far as they make sense there. Nothing
    /// is lost: going back to a type gives what was typed there, unless the bounds were changed in between.
    /// </summary>
    public ParameterDraft WithType(DomainType type)
    {
        if (type == Type)
            return this;
        var text = Left.TryGetValue(type, out var left) && (!IsLike(type) || DomainCarry.Over(left, type, Type) == Text)
            ? left
            : DomainCarry.Over(Text, Type, type);
        return this with { Type = type, Text = text, Left = Left.SetItem(Type, Text) };
    }

    /// <summary>The same row with a domain that was written elsewhere; what was typed stays when it means the same.</summary>
    public ParameterDraft WithDomain(Domain domain)
    {
        if (ParameterReading.Of(this).Domain == domain)
            return this;
        var row = WithType(DomainTypeInfo.TypeOf(domain));
        return row with { Text = DomainWriter.Write(domain) with { Initial = row.Text.Initial } };
    }

    private bool IsLike(DomainType type) => DomainTypeInfo.Of(type).Shape == Info.Shape;
}
