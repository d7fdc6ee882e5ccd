using System.Collections.Immutable;
using System.Globalization;
using Hpo.Engine.Space;
using Hpo.Studies.Catalog;

namespace Hpo.Studies.Definitions;

/// <summary>
/// What differs between two definitions, field by field and hyperparameter by hyperparameter, in the order of the form. A parameter that is left out
/// has its default. What is not mentioned is the same; that one was cloned from the other is no difference.
/// </summary>
public static class DefinitionDifference
{
    /// <summary>The path of the order of hyperparameters; its values are the names that both have, in their orders.</summary>
    public const string OrderPath = "space";

    /// <summary>The differences.</summary>
    public static IReadOnlyList<DefinitionChange> Between(StudyDefinition before, StudyDefinition after, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(catalog);
        return
        [
            .. Value("name", before.Name, after.Name),
            .. Component("objective", before.Objective, after.Objective, catalog.Objectives.Find(after.Objective.Type)),
            .. Value("stop.trials", before.Stop.Trials, after.Stop.Trials),
            .. Value("maxEpochs", before.MaxEpochs, after.MaxEpochs),
            .. Value("workers", before.Workers, after.Workers),
            .. Value("seed", before.Seed, after.Seed),
            .. Value("stop.timeLimitSeconds", before.Stop.TimeLimitSeconds, after.Stop.TimeLimitSeconds),
            .. Value("stop.targetError", before.Stop.TargetError, after.Stop.TargetError),
            .. Value("trialTimeoutSeconds", before.TrialTimeoutSeconds, after.TrialTimeoutSeconds),
            .. Component("searcher", before.Searcher, after.Searcher, catalog.Searchers.Find(after.Searcher.Type)),
            .. Component("scheduler", before.Scheduler, after.Scheduler, catalog.Schedulers.Find(after.Scheduler.Type)),
            .. WarmStarts(before.WarmStart, after.WarmStart),
            .. Spaces(before.Space, after.Space),
            .. Initial(before.InitialConfigurations, after.InitialConfigurations),
        ];
    }

    private static IEnumerable<DefinitionChange> Value<T>(string path, T before, T after) =>
        EqualityComparer<T>.Default.Equals(before, after) ? [] : [new(path, before, after)];

    private static IEnumerable<DefinitionChange> Component(string role, ComponentDefinition before, ComponentDefinition after, CatalogEntry? entry)
    {
        if (before.Type != after.Type)
            return [new(role, before, after)];
        var names = (entry?.Parameters.Select(parameter => parameter.Name) ?? [])
            .Union(before.Parameters?.Keys ?? []).Union(after.Parameters?.Keys ?? []);
        return names.SelectMany(name => Value($"{role}.parameters.{name}", Of(before, name), Of(after, name)));

        ParameterValue? Of(ComponentDefinition component, string name)
        {
            var parameter = entry?.Parameters.FirstOrDefault(parameter => parameter.Name == name);
            if (component.Parameters?.TryGetValue(name, out var value) == true)
                return parameter is null ? value : parameter.Domain.Coerce(value);
            return parameter?.Default;
        }
    }

    private static IEnumerable<DefinitionChange> WarmStarts(WarmStart? before, WarmStart? after) =>
        (before?.Trials ?? []).SequenceEqual(after?.Trials ?? []) ? [] : [new("warmStart", before, after)];

    private static IEnumerable<DefinitionChange> Spaces(ConfigSpace before, ConfigSpace after)
    {
        var (one, other) = (Domains(before), Domains(after));
        foreach (var (name, domain) in after.Parameters)
        {
            foreach (var change in Value($"space.{name}", one.GetValueOrDefault(name), domain))
                yield return change;
        }

        foreach (var (name, domain) in before.Parameters)
        {
            if (!other.ContainsKey(name))
                yield return new($"space.{name}", domain, null);
        }

        var (order, newOrder) = (Common(before, other), Common(after, one));
        if (!order.SequenceEqual(newOrder))
            yield return new(OrderPath, order, newOrder);
    }

    private static Dictionary<string, Domain> Domains(ConfigSpace space) => space.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Domain);

    private static ImmutableArray<string> Common(ConfigSpace space, Dictionary<string, Domain> other) =>
        [.. space.Parameters.Select(parameter => parameter.Name).Where(other.ContainsKey)];

    /// <summary>Values of hyperparameters that both have; a hyperparameter that came or went has been mentioned.</summary>
    private static IEnumerable<DefinitionChange> Initial(ImmutableArray<Configuration> before, ImmutableArray<Configuration> after)
    {
        if (before.Length != after.Length)
            yield return new("initialConfigurations", before, after);
        for (var i = 0; i < Math.Min(before.Length, after.Length); i++)
        {
            foreach (var (name, value) in after[i])
            {
                if (before[i].TryGetValue(name, out var earlier) && earlier != value)
                    yield return new(string.Create(CultureInfo.InvariantCulture, $"initialConfigurations.{i}.{name}"), earlier, value);
            }
        }
    }
}
