using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>Names methods after what they are made of, as long as a person has not named them.</summary>
internal static class MethodNames
{
    /// <summary>The names of all methods, in order; those that were not typed differ from each other and from those that were.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<MethodDraft> methods, StudyCatalog catalog)
    {
        var taken = methods.Select(method => method.Name?.Trim()).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. methods.Select(method => method.Name ?? Free(Made(method, catalog), taken))];
    }

    /// <summary>"TPE", or "TPE, ASHA" when the scheduler is not the plain one.</summary>
    private static string Made(MethodDraft method, StudyCatalog catalog)
    {
        var (searcher, scheduler) = (catalog.Searchers.Get(method.Searcher), catalog.Schedulers.Get(method.Scheduler));
        return scheduler == catalog.Schedulers.Default ? searcher.Name : $"{searcher.Name}, {scheduler.Name}";
    }

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
            free = $"{name} {number}";
        return free;
    }
}
