using System.Collections.Immutable;
using System.Globalization;
using Hpo.Comparisons.Definitions;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Space;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>The comparison form's fields exactly as typed or chosen, right or wrong.</summary>
public sealed record ComparisonDraft
{
    private ImmutableDictionary<ComparisonField, string> Texts { get; init; } = ImmutableDictionary<ComparisonField, string>.Empty;

    /// <summary>The chosen objectives, in the order of the catalog.</summary>
    public ImmutableArray<string> Objectives { get; init; } = [];

    /// <summary>The methods, in order.</summary>
    public ImmutableArray<MethodDraft> Methods { get; init; } = [];

    /// <summary>The text of a field.</summary>
    public string this[ComparisonField field] => Texts.GetValueOrDefault(field, "");

    /// <summary>Whether time is simulated.</summary>
    public ComparisonKind Kind => Enum.Parse<ComparisonKind>(this[ComparisonField.Kind]);

    /// <summary>How decisions are charged.</summary>
    public DecisionTimeKind DecisionTime => Enum.Parse<DecisionTimeKind>(this[ComparisonField.DecisionTime]);

    /// <summary>What is tried first.</summary>
    public FirstConfiguration FirstConfiguration => Enum.Parse<FirstConfiguration>(this[ComparisonField.FirstConfiguration]);

    /// <summary>An existing definition as a form; what this program does not know is left out.</summary>
    public static ComparisonDraft Of(ComparisonDefinition definition, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalog);
        return new()
        {
            Texts = new Dictionary<ComparisonField, string>
            {
                [ComparisonField.Name] = definition.Name,
                [ComparisonField.Kind] = definition.Kind.ToString(),
                [ComparisonField.Repetitions] = ValueText.Write(definition.Repetitions),
                [ComparisonField.Trials] = Write(definition.Budget.Trials),
                [ComparisonField.Epochs] = Write(definition.Budget.Epochs),
                [ComparisonField.Seconds] = DurationText.Write(definition.Budget.Seconds),
                [ComparisonField.Workers] = ValueText.Write(definition.Workers),
                [ComparisonField.MaxEpochs] = Write(definition.MaxEpochs),
                [ComparisonField.DecisionTime] = definition.DecisionTime.Kind.ToString(),
                [ComparisonField.DecisionSeconds] = ValueText.Write(definition.DecisionTime.Seconds ?? DecisionTimeDefinition.Usual.Seconds!.Value),
                [ComparisonField.FirstConfiguration] = definition.FirstConfiguration.ToString(),
                [ComparisonField.Seed] = ValueText.Write(definition.Seed),
            }.ToImmutableDictionary(),
            Objectives = InOrder(definition.Objectives, catalog),
            Methods =
            [
                .. definition.Methods
                    .Where(method => catalog.Searchers.Find(method.Searcher.Type) is not null && catalog.Schedulers.Find(method.Scheduler.Type) is not null)
                    .Select((method, i) => MethodDraft.Of(i, method, catalog)),
            ],
        };
    }

    /// <summary>What is kept of the form.</summary>
    public KeptComparisonForm Keep() => new(Texts, Objectives, [.. Methods.Select(KeptMethod.Of)]);

    /// <summary>The form as it was kept.</summary>
    public static ComparisonDraft Of(KeptComparisonForm kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return new() { Texts = kept.Texts, Objectives = kept.Objectives, Methods = [.. kept.Methods.Select((method, i) => method.ToDraft(i))] };
    }

    /// <summary>With another text in a field.</summary>
    public ComparisonDraft With(ComparisonField field, string text) => this with { Texts = Texts.SetItem(field, text) };

    /// <summary>With an objective chosen or not.</summary>
    public ComparisonDraft With(ObjectiveEntry objective, bool isChosen, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return this with { Objectives = InOrder(isChosen ? Objectives.Add(objective.Type) : Objectives.Remove(objective.Type), catalog) };
    }

    /// <summary>Whether all fields have the same texts.</summary>
    public bool IsSame(ComparisonDraft other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Enum.GetValues<ComparisonField>().All(field => this[field] == other[field])
            && Objectives.SequenceEqual(other.Objectives)
            && Methods.Length == other.Methods.Length
            && Methods.Zip(other.Methods).All(pair => pair.First.Name == pair.Second.Name && pair.First.DoesTheSame(pair.Second));
    }

    private static ImmutableArray<string> InOrder(IEnumerable<string> objectives, StudyCatalog catalog)
    {
        var chosen = objectives.ToHashSet();
        return [.. catalog.Objectives.Select(entry => entry.Type).Where(chosen.Contains)];
    }

    private static string Write(int? number) => number is { } given ? given.ToString(CultureInfo.InvariantCulture) : "";
}
