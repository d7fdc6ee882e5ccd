using System.Collections.Immutable;
using Hpo.Dashboard.Models.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>A ready-made study, on the space of its objective. It can be started as it is, or opened in the form and changed first.</summary>
/// <param name="Key">Names it in addresses.</param>
/// <param name="Name">The name of the study.</param>
/// <param name="Shows">What is to be seen, in one plain sentence.</param>
/// <param name="Takes">How long it takes, such as "about 5 minutes".</param>
/// <param name="Objective">The type of the objective in the catalog.</param>
/// <param name="Trials">The number of trials.</param>
public sealed record StudyExample(string Key, string Name, string Shows, string Takes, string Objective, int Trials)
{
    /// <summary>The type of the searcher in the catalog; null for the catalog's first.</summary>
    public string? Searcher { get; init; }

    /// <summary>The parameters of the searcher that are worth showing, as the form writes them.</summary>
    public ImmutableDictionary<string, string> SearcherParameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    public int Workers { get; init; } = 1;

    /// <summary>The form's address with this example filled in.</summary>
    public string Address => $"/studies/new?example={Uri.EscapeDataString(Key)}";

    /// <summary>The study itself.</summary>
    /// <exception cref="InvalidOperationException">The example is not a study that the catalog can run.</exception>
    public StudyDefinition Definition(StudyCatalog catalog)
    {
        var objective = catalog.Objectives.Get(Objective).Describe;
        var reading = StudyReading.Of(StudyDraft.Example(catalog, this), new SpaceEditing(objective.DefaultSpace, objective.DefaultConfiguration), catalog);
        return reading.Definition ?? throw new InvalidOperationException($"The example {Key} is not a study that can be run.");
    }
}
