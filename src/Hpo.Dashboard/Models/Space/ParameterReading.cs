using System.Collections.Immutable;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>What the texts of a row mean, and what is wrong with them, field by field.</summary>
public sealed record ParameterReading
{
    /// <summary>The domain the texts spell out, possibly with bad bounds; null when a text cannot be read.</summary>
    public Domain? Domain { get; init; }

    /// <summary>The value to try first; null when it cannot be read or does not belong to the domain.</summary>
    public ParameterValue? Initial { get; init; }

    public ImmutableDictionary<SpaceField, string> Problems { get; init; } = ImmutableDictionary<SpaceField, string>.Empty;

    /// <summary>The domain when it can be drawn from.</summary>
    public Domain? SoundDomain => Problems.Keys.All(key => key is SpaceField.Name or SpaceField.Initial) ? Domain : null;

    /// <summary>The largest value that is drawn, in words, where the upper bound does not tell.</summary>
    public string? Largest => SoundDomain switch
    {
        IntegerDomain integer => $"Largest drawn: {ValueText.Write(integer.Largest)}",
        Uniform { Step: not null } stepped => $"Largest drawn: {ValueText.Write(stepped.Decode(1).AsReal())}",
        _ => null,
    };

    /// <summary>Reads a row on its own: whether its name is used twice is known only to the whole space.</summary>
    public static ParameterReading Of(ParameterDraft row)
    {
        var problems = ImmutableDictionary.CreateBuilder<SpaceField, string>();
        if (ConfigSpace.NameProblem(row.Name) is { } nameProblem)
            problems.Add(SpaceField.Name, nameProblem);
        var domain = DomainReader.Read(row, problems);
        var initial = domain is null || problems.Keys.Any(field => field != SpaceField.Name) ? null : ReadInitial(row, domain, problems);
        return new ParameterReading { Domain = domain, Initial = initial, Problems = problems.ToImmutable() };
    }

    private static ParameterValue? ReadInitial(ParameterDraft row, Domain domain, ImmutableDictionary<SpaceField, string>.Builder problems)
    {
        if (domain is Constant constant)
            return constant.Value;
        var problem = DomainReader.ReadValueOf(domain, row.Text.Initial, out var value) ?? domain.Refuse(value);
        if (problem is null)
            return domain.Coerce(value);
        problems.Add(SpaceField.Initial, problem);
        return null;
    }
}
