namespace Hpo.Engine.Tuning;

/// <summary>What a free worker is to do.</summary>
internal abstract record WorkerOrder
{
    /// <summary>Nothing now: it asks again after the next change.</summary>
    public sealed record Wait : WorkerOrder;

    /// <summary>Nothing, and there will be nothing unless a person changes that.</summary>
    public sealed record Leave : WorkerOrder;

    /// <summary>Run a trial.</summary>
    public sealed record Run(Assignment Assignment) : WorkerOrder;

    /// <summary>Do a searcher's work, without the lock, and ask again.</summary>
    public sealed record Suggest(PendingSuggestion Suggestion) : WorkerOrder;
}
