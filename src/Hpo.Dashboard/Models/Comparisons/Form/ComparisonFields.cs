using System.Collections.Immutable;
using Hpo.Comparisons.Definitions;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>Reads the comparison form's texts one by one and notes what cannot be read; the rules of comparisons judge the rest.</summary>
internal sealed class ComparisonFields(ComparisonDraft draft, StudyCatalog catalog)
{
    public ImmutableDictionary<ComparisonField, string> Problems { get; private set; } = ImmutableDictionary<ComparisonField, string>.Empty;

    public ImmutableDictionary<(int Method, MethodRole Role, string Name), string> ParameterProblems { get; private set; } =
        ImmutableDictionary<(int Method, MethodRole Role, string Name), string>.Empty;

    /// <summary>The definition; where a text cannot be read, something that is allowed stands in for it, so that the rest can be judged.</summary>
    public ComparisonDefinition Definition() => new()
    {
        Name = draft[ComparisonField.Name].Trim(),
        Kind = draft.Kind,
        Objectives = draft.Objectives,
        Methods = Methods(),
        Repetitions = Given(ComparisonField.Repetitions, "Give the number of repetitions, such as 10.", 1),
        Budget = Budget(),
        MaxEpochs = Number(ComparisonField.MaxEpochs),
        Workers = Given(ComparisonField.Workers, "Give the number of workers, such as 1.", 1),
        DecisionTime = draft.Kind == ComparisonKind.Race ? DecisionTimeDefinition.Usual : DecisionTime(),
        FirstConfiguration = draft.FirstConfiguration,
        Seed = Seed(),
    };

    private ImmutableArray<MethodDefinition> Methods()
    {
        var names = MethodNames.Of(draft.Methods, catalog);
        return [.. draft.Methods.Select((method, i) => new MethodDefinition(
            names[i].Trim(),
            Component(i, method, MethodRole.Searcher, catalog.Searchers.Get(method.Searcher)),
            Component(i, method, MethodRole.Scheduler, catalog.Schedulers.Get(method.Scheduler))))];
    }

    /// <summary>A component with all of its parameters, so that the comparison means the same when a later version has other defaults.</summary>
    private ComponentDefinition Component(int place, MethodDraft method, MethodRole role, CatalogEntry entry)
    {
        var values = new List<(string Name, ParameterValue Value)>();
        foreach (var parameter in entry.Parameters)
        {
            if (ParameterText.Read(parameter, method.Text(role, parameter), out var value) is { } problem)
                ParameterProblems = ParameterProblems.SetItem((place, role, parameter.Name), problem);
            else if (value is not null)
                values.Add((parameter.Name, value.Value));
        }

        return new(entry.Type, values.Count == 0 ? null : new Configuration(values));
    }

    private ComparisonBudget Budget()
    {
        var budget = new ComparisonBudget(Number(ComparisonField.Trials), Number(ComparisonField.Epochs), Seconds(ComparisonField.Seconds));
        var isUnread = Problems.ContainsKey(ComparisonField.Trials) || Problems.ContainsKey(ComparisonField.Epochs) || Problems.ContainsKey(ComparisonField.Seconds);
        // one that was given and cannot be read is not one that is missing
        return isUnread && budget is { Trials: null, Epochs: null, Seconds: null } ? new(Trials: 1) : budget;
    }

    private DecisionTimeDefinition DecisionTime()
    {
        if (draft.DecisionTime != DecisionTimeKind.Fixed)
            return new(draft.DecisionTime);
        var seconds = Seconds(ComparisonField.DecisionSeconds);
        return Problems.ContainsKey(ComparisonField.DecisionSeconds) ? DecisionTimeDefinition.Usual : new(DecisionTimeKind.Fixed, seconds);
    }

    private int Given(ComparisonField field, string otherwise, int standIn)
    {
        if (string.IsNullOrWhiteSpace(draft[field]))
            Problems = Problems.SetItem(field, otherwise);
        return Number(field) ?? standIn;
    }

    private int? Number(ComparisonField field)
    {
        if (string.IsNullOrWhiteSpace(draft[field]))
            return null;
        var problem = ValueText.ReadInteger(draft[field], out var number)
            ?? (number is < int.MinValue or > int.MaxValue ? $"{ValueText.Quote(draft[field])} is too large." : null);
        if (problem is null)
            return (int)number;
        Problems = Problems.SetItem(field, problem);
        return null;
    }

    private double? Seconds(ComparisonField field)
    {
        if (DurationText.Read(draft[field], out var seconds) is { } problem)
            Problems = Problems.SetItem(field, problem);
        return seconds;
    }

    private long Seed()
    {
        var seed = 0L;
        var problem = string.IsNullOrWhiteSpace(draft[ComparisonField.Seed])
            ? "Give a whole number, such as 0: the same seed repeats the same comparison."
            : ValueText.ReadInteger(draft[ComparisonField.Seed], out seed);
        if (problem is not null)
            Problems = Problems.SetItem(ComparisonField.Seed, problem);
        return seed;
    }
}
