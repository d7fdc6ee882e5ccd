using System.Collections.Immutable;
using Hpo.Dashboard.Models.Space;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Form;

/// <summary>The study form's fields exactly as typed or chosen, right or wrong; the space is beside it.</summary>
public sealed class StudyDraft
{
    /// <summary>Enough to see random search improve, few enough for a demonstration; the number of the book's first example.</summary>
    private const int ExampleTrials = 5;

    private readonly ImmutableDictionary<StudyField, string> _texts;

    private StudyDraft(ImmutableDictionary<StudyField, string> texts) => _texts = texts;

    public string this[StudyField field] => _texts.GetValueOrDefault(field, "");

    /// <summary>A form that can be started as it is: the catalog's first components.</summary>
    public static StudyDraft Example(StudyCatalog catalog)
    {
        var objective = catalog.Objectives.Default;
        return new(ImmutableDictionary.CreateRange(new Dictionary<StudyField, string>
        {
            [StudyField.Name] = objective.Name,
            [StudyField.Objective] = objective.Type,
            [StudyField.Searcher] = catalog.Searchers.Default.Type,
            [StudyField.Scheduler] = catalog.Schedulers.Default.Type,
            [StudyField.Trials] = ValueText.Write(ExampleTrials),
            [StudyField.MaxEpochs] = ValueText.Write(objective.Describe.DefaultMaxEpochs),
            [StudyField.Workers] = "1",
            [StudyField.Seed] = "0",
        }));
    }

    /// <summary>Whether all fields have the same texts.</summary>
    public bool IsSame(StudyDraft other) => Enum.GetValues<StudyField>().All(field => this[field] == other[field]);

    public StudyDraft With(StudyField field, string text) => this[field] == text ? this : new(_texts.SetItem(field, text));
}
