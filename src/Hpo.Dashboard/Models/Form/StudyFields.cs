using System.Collections.Immutable;
using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Form;

/// <summary>Reads the form's texts one by one, judges each by the rules of study definitions, and notes what is wrong.</summary>
internal sealed class StudyFields(StudyDraft draft)
{
    public ImmutableDictionary<StudyField, string> Problems { get; private set; } = ImmutableDictionary<StudyField, string>.Empty;

    /// <summary>What is wrong with the parameters of the chosen components.</summary>
    public ImmutableDictionary<(StudyField Role, string Name), string> ParameterProblems { get; private set; } =
        ImmutableDictionary<(StudyField Role, string Name), string>.Empty;

    /// <summary>A component with all of its parameters, so that the study means the same when a later version has other defaults.</summary>
    public ComponentDefinition Component(StudyField role, CatalogEntry entry)
    {
        var values = new List<(string Name, ParameterValue Value)>();
        foreach (var parameter in entry.Parameters)
        {
            if (ParameterText.Read(parameter, draft.Parameter(role, parameter), out var value) is { } problem)
                ParameterProblems = ParameterProblems.SetItem((role, parameter.Name), problem);
            else if (value is not null)
                values.Add((parameter.Name, value.Value));
        }

        return new(entry.Type, values.Count == 0 ? null : new Configuration(values));
    }

    public string Name()
    {
        var name = draft[StudyField.Name].Trim();
        Note(StudyField.Name, StudyDefinitionRules.Name(name));
        return name;
    }

    /// <summary>Reads a number of something; what stands in for it when it is wrong only matters for what is said about other fields.</summary>
    public int Count(StudyField field, int most, string what, int otherwise = 1)
    {
        var number = 0L;
        var isGood = Given(field, $"Give the number of {what}.")
            && Note(field, ValueText.ReadInteger(draft[field], out number) ?? StudyDefinitionRules.Count(number, most, what));
        return isGood ? (int)number : otherwise;
    }

    public double? Seconds(StudyField field)
    {
        var problem = DurationText.Read(draft[field], out var seconds);
        return Note(field, problem ?? StudyDefinitionRules.Seconds(seconds)) ? seconds : null;
    }

    public double? TargetError()
    {
        var text = draft[StudyField.TargetError];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return Note(StudyField.TargetError, ValueText.ReadReal(text, out var target)) ? target : null;
    }

    public long Seed()
    {
        var seed = 0L;
        _ = Given(StudyField.Seed, "Give a whole number, such as 0: the same seed repeats the same study.")
            && Note(StudyField.Seed, ValueText.ReadInteger(draft[StudyField.Seed], out seed));
        return seed;
    }

    /// <summary>The trials of earlier studies that the searcher learns from.</summary>
    /// <param name="warm">Where they come from.</param>
    /// <param name="definition">The study; null as long as its space is not sound, so that nobody knows what fits.</param>
    /// <returns>The trials; null when none are wanted or known.</returns>
    public WarmStartSelection? WarmStart(WarmStartDraft warm, StudyDefinition? definition)
    {
        if (warm.Sources.IsEmpty || !Note(StudyField.WarmTrials, WarmStartDraft.ReadMost(draft[StudyField.WarmTrials], out var most)) || definition is null)
            return null;
        var initial = definition.InitialConfigurations.IsEmpty ? null : definition.InitialConfigurations[0];
        var selection = warm.Select(definition.Space, initial, definition.MaxEpochs, most);
        _ = Note(StudyField.WarmTrials, selection.Trials.IsEmpty ? "None of the earlier trials fits this space: choose another study, or remove it." : null);
        return selection;
    }

    private bool Given(StudyField field, string otherwise) => Note(field, string.IsNullOrWhiteSpace(draft[field]) ? otherwise : null);

    private bool Note(StudyField field, string? problem)
    {
        if (problem is not null)
            Problems = Problems.SetItem(field, problem);
        return problem is null;
    }
}
