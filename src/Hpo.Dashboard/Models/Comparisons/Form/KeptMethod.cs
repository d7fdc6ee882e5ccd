using System.Collections.Immutable;
using Hpo.Dashboard.Models.Form;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>A method of the comparison form, to be kept by the server.</summary>
/// <param name="Name">Its name as typed; null when it is named after its components.</param>
/// <param name="Searcher">The chosen searcher.</param>
/// <param name="Scheduler">The chosen scheduler.</param>
/// <param name="Parameters">The parameters that differ from their defaults.</param>
public sealed record KeptMethod(string? Name, string Searcher, string Scheduler, ImmutableArray<KeptParameter<MethodRole>> Parameters)
{
    /// <summary>What is kept of a method.</summary>
    public static KeptMethod Of(MethodDraft method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new(method.Name, method.Searcher, method.Scheduler,
            [.. method.Parameters.Select(its => new KeptParameter<MethodRole>(its.Key.Role, its.Key.Type, its.Key.Name, its.Value))]);
    }

    /// <summary>The method again.</summary>
    /// <param name="key">What tells it from the others.</param>
    public MethodDraft ToDraft(int key) => new()
    {
        Key = key,
        Name = Name,
        Searcher = Searcher,
        Scheduler = Scheduler,
        Parameters = Parameters.ToImmutableDictionary(its => (its.Role, its.Type, its.Name), its => its.Text),
    };
}
