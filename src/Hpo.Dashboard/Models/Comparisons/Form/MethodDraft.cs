using System.Collections.Immutable;
using Hpo.Comparisons.Definitions;
using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>One method of the comparison form, exactly as typed or chosen, right or wrong.</summary>
public sealed record MethodDraft
{
    /// <summary>Tells it from the others as long as the form is there, whatever its place.</summary>
    public required int Key { get; init; }

    /// <summary>Its name as typed; null as long as it is named after its components.</summary>
    public string? Name { get; init; }

    /// <summary>The chosen searcher.</summary>
    public required string Searcher { get; init; }

    /// <summary>The chosen scheduler.</summary>
    public required string Scheduler { get; init; }

    /// <summary>What differs from the defaults, of components that are not chosen too: choosing another one and coming back loses nothing.</summary>
    public ImmutableDictionary<(MethodRole Role, string Type, string Name), string> Parameters { get; init; } =
        ImmutableDictionary<(MethodRole Role, string Type, string Name), string>.Empty;

    /// <summary>What is chosen.</summary>
    public string this[MethodRole role] => role == MethodRole.Searcher ? Searcher : Scheduler;

    /// <summary>A method of an existing comparison.</summary>
    public static MethodDraft Of(int key, MethodDefinition method, StudyCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(method);
        var draft = new MethodDraft { Key = key, Name = method.Name, Searcher = method.Searcher.Type, Scheduler = method.Scheduler.Type };
        return draft.With(MethodRole.Searcher, catalog.Searchers.Find(draft.Searcher), method.Searcher)
            .With(MethodRole.Scheduler, catalog.Schedulers.Find(draft.Scheduler), method.Scheduler);
    }

    /// <summary>The text of a parameter of a chosen component.</summary>
    public string Text(MethodRole role, ComponentParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Parameters.GetValueOrDefault((role, this[role], parameter.Name), ParameterText.Default(parameter));
    }

    /// <summary>With another component.</summary>
    public MethodDraft With(MethodRole role, string type) => role == MethodRole.Searcher ? this with { Searcher = type } : this with { Scheduler = type };

    /// <summary>With another text of a parameter of a chosen component.</summary>
    public MethodDraft With(MethodRole role, ComponentParameter parameter, string text)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var key = (role, this[role], parameter.Name);
        return this with { Parameters = text == ParameterText.Default(parameter) ? Parameters.Remove(key) : Parameters.SetItem(key, text) };
    }

    /// <summary>Whether another method would do the same, whatever it is called.</summary>
    public bool DoesTheSame(MethodDraft other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Searcher == other.Searcher && Scheduler == other.Scheduler
            && Parameters.Count == other.Parameters.Count && Parameters.All(text => other.Parameters.GetValueOrDefault(text.Key) == text.Value);
    }

    private MethodDraft With(MethodRole role, CatalogEntry? entry, ComponentDefinition component) => entry is null || component.Parameters is not { } given
        ? this
        : entry.Parameters
            .Where(parameter => given.ContainsKey(parameter.Name))
            .Aggregate(this, (draft, parameter) => draft.With(role, parameter, ParameterText.Write(given[parameter.Name])));
}
