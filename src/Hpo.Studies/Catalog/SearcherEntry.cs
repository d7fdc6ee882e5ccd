using Hpo.Engine.Searchers;
using Hpo.Engine.Validation;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Catalog;

/// <summary>A searcher a study can use.</summary>
/// <param name="Type">The key under which definitions name it.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Explanation">What it does, in two plain sentences.</param>
/// <param name="Make">Makes the searcher of a study with its parameters set.</param>
public sealed record SearcherEntry(string Type, string Name, string Explanation, Func<StudyDefinition, ComponentSettings, HpoSearcher> Make)
    : CatalogEntry(Type, Name, Explanation)
{
    /// <summary>Whether what it suggests depends on the errors of earlier trials.</summary>
    public bool Learns { get; init; }

    /// <summary>Whether it makes little of errors after fewer than all epochs.</summary>
    public bool WantsFinalErrors { get; init; }

    /// <summary>Makes the searcher of a study, and tells it what its warm start says.</summary>
    /// <exception cref="InvalidInputException">A parameter cannot have its value, or the searcher cannot handle the space.</exception>
    public HpoSearcher Create(StudyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var searcher = Make(definition, new ComponentSettings(this, definition.Searcher.Parameters));
        foreach (var trial in definition.WarmStart?.Trials ?? [])
            searcher.Observe(definition.Space.Require(trial.Configuration), trial.Error, trial.Epochs);
        return searcher;
    }
}
