using System.Collections.Immutable;
using Hpo.Dashboard.Models.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>The study form's fields exactly as typed or chosen, right or wrong; the space is beside it.</summary>
public sealed class StudyDraft
{
    /// <summary>Enough to see random search improve, few enough for a demonstration; the number of the book's first example.</summary>
    private const int ExampleTrials = 5;

    private readonly ImmutableDictionary<StudyField, string> _texts;

    /// <summary>
    /// What differs from the defaults, of components that are not chosen too: choosing another one and coming back loses nothing.
    /// </summary>
    private readonly ImmutableDictionary<(StudyField Role, string Type, string Name), string> _parameters;

    private StudyDraft(ImmutableDictionary<StudyField, string> texts, ImmutableDictionary<(StudyField Role, string Type, string Name), string> parameters)
    {
        _texts = texts;
        _parameters = parameters;
    }

    /// <summary>The fields, as they stand.</summary>
    public ImmutableDictionary<StudyField, string> Texts => _texts;

    /// <summary>The parameters that differ from their defaults.</summary>
    public ImmutableArray<KeptParameter<StudyField>> Parameters =>
        [.. _parameters.Select(its => new KeptParameter<StudyField>(its.Key.Role, its.Key.Type, its.Key.Name, its.Value))];

    public string this[StudyField field] => _texts.GetValueOrDefault(field, "");

    /// <summary>A form that can be started as it is: a ready-made study, or without one the catalog's first components.</summary>
    public static StudyDraft Example(StudyCatalog catalog, StudyExample? example = null, long seed = 0)
    {
        var objective = example is null ? catalog.Objectives.Default : catalog.Objectives.Get(example.Objective);
        var searcher = example?.Searcher is { } type ? catalog.Searchers.Get(type) : catalog.Searchers.Default;
        var texts = new Dictionary<StudyField, string>
        {
            [StudyField.Name] = example?.Name ?? objective.Name,
            [StudyField.Objective] = objective.Type,
            [StudyField.Searcher] = searcher.Type,
            [StudyField.Scheduler] = catalog.Schedulers.Default.Type,
            [StudyField.Trials] = ValueText.Write(example?.Trials ?? ExampleTrials),
            [StudyField.MaxEpochs] = ValueText.Write(objective.Describe.DefaultMaxEpochs),
            [StudyField.Workers] = ValueText.Write(example?.Workers ?? 1),
            [StudyField.Seed] = ValueText.Write(seed),
        };
        var draft = new StudyDraft(texts.ToImmutableDictionary(), ImmutableDictionary<(StudyField, string, string), string>.Empty);
        return searcher.Parameters.Aggregate(draft, (filled, parameter) => example?.SearcherParameters.GetValueOrDefault(parameter.Name) is { } text
            ? filled.With(StudyField.Searcher, parameter, text)
            : filled);
    }

    /// <summary>The form as a study was defined, its name aside.</summary>
    /// <exception cref="KeyNotFoundException">The catalog lacks one of its components.</exception>
    public static StudyDraft Of(StudyDefinition definition, string name, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var texts = new Dictionary<StudyField, string>
        {
            [StudyField.Name] = name,
            [StudyField.Objective] = definition.Objective.Type,
            [StudyField.Searcher] = definition.Searcher.Type,
            [StudyField.Scheduler] = definition.Scheduler.Type,
            [StudyField.Trials] = ValueText.Write(definition.Stop.Trials),
            [StudyField.MaxEpochs] = ValueText.Write(definition.MaxEpochs),
            [StudyField.Workers] = ValueText.Write(definition.Workers),
            [StudyField.Seed] = ValueText.Write(definition.Seed),
            [StudyField.TimeLimit] = DurationText.Write(definition.Stop.TimeLimitSeconds),
            [StudyField.TargetError] = definition.Stop.TargetError is { } target ? ValueText.Write(target) : "",
            [StudyField.TrialTimeout] = DurationText.Write(definition.TrialTimeoutSeconds),
        };
        return new StudyDraft(texts.ToImmutableDictionary(), ImmutableDictionary<(StudyField, string, string), string>.Empty)
            .With(StudyField.Objective, definition.Objective, catalog.Objectives.Get(definition.Objective.Type))
            .With(StudyField.Searcher, definition.Searcher, catalog.Searchers.Get(definition.Searcher.Type))
            .With(StudyField.Scheduler, definition.Scheduler, catalog.Schedulers.Get(definition.Scheduler.Type));
    }

    /// <summary>The form as it was kept.</summary>
    public static StudyDraft Of(KeptStudyForm kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return new(kept.Texts, kept.Parameters.ToImmutableDictionary(its => (its.Role, its.Type, its.Name), its => its.Text));
    }

    /// <summary>The text of a parameter of the chosen component.</summary>
    /// <param name="role">The field in which the component is chosen.</param>
    /// <param name="parameter">The parameter.</param>
    public string Parameter(StudyField role, ComponentParameter parameter) =>
        _parameters.GetValueOrDefault((role, this[role], parameter.Name), ParameterText.Default(parameter));

    /// <summary>Whether all fields have the same texts.</summary>
    public bool IsSame(StudyDraft other) =>
        Enum.GetValues<StudyField>().All(field => this[field] == other[field])
        && _parameters.Count == other._parameters.Count
        && _parameters.All(text => other._parameters.GetValueOrDefault(text.Key) == text.Value);

    public StudyDraft With(StudyField field, string text) => this[field] == text ? this : new(_texts.SetItem(field, text), _parameters);

    private StudyDraft With(StudyField role, ComponentDefinition component, CatalogEntry entry) => entry.Parameters.Aggregate(this, (filled, parameter) =>
        component.Parameters?.TryGetValue(parameter.Name, out var value) == true && parameter.Domain.Coerce(value) != parameter.Default
            ? filled.With(role, parameter, value.ToString())
            : filled);

    public StudyDraft With(StudyField role, ComponentParameter parameter, string text)
    {
        var key = (role, this[role], parameter.Name);
        return new(_texts, text == ParameterText.Default(parameter) ? _parameters.Remove(key) : _parameters.SetItem(key, text));
    }
}
