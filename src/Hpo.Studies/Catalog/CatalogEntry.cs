using System.Collections.Immutable;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Catalog;

/// <summary>A component a study can be made of.</summary>
/// <param name="Type">The key under which definitions name it.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Explanation">What it does, in one or two plain sentences.</param>
public abstract record CatalogEntry(string Type, string Name, string Explanation)
{
    /// <summary>What a study may set about it, in the order in which it is shown.</summary>
    public ImmutableArray<ComponentParameter> Parameters { get; init; } = [];

    /// <summary>Where the method comes from; null for what is no method.</summary>
    public Paper? Paper { get; init; }

    /// <summary>How a program makes it; null for what no program can make.</summary>
    public ComponentCode? Code { get; init; }

    /// <summary>How a program makes it with its parameters set, where they are no options of its class; null where they are.</summary>
    public Func<ComponentSettings, ComponentCode>? CodeOf { get; init; }

    /// <summary>
    /// What parameters that are sound one by one have against each other or against the study; the paths are the parameters' names. Null when
    /// any values go together.
    /// </summary>
    public Func<StudyDefinition, ComponentSettings, IEnumerable<Problem>>? CheckTogether { get; init; }

    /// <summary>What is wrong with the values given to the parameters; the paths are the parameters' names.</summary>
    /// <param name="given">The values given; null for none.</param>
    public IReadOnlyList<Problem> CheckParameters(Configuration? given) => given is null ? [] :
    [
        .. from value in given
           let reason = Find(value.Key) is { } parameter
               ? parameter.Domain.Refuse(value.Value)
               : $"{Name} has no parameter called \"{value.Key}\"."
           where reason is not null
           select new Problem(value.Key, reason),
    ];

    private ComponentParameter? Find(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);
}
