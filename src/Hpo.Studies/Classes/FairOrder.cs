namespace Hpo.Studies.Classes;

/// <summary>In which order those who wait are served: everybody's first before anybody's second, and who was served longest ago first.</summary>
internal static class FairOrder
{
    /// <summary>The studies that wait, the next one first.</summary>
    /// <param name="waiting">All of them.</param>
    /// <param name="lastServed">When each owner's latest study was started; owners who have had none are left out.</param>
    public static IReadOnlyList<QueuedStudy> Of(IEnumerable<QueuedStudy> waiting, IReadOnlyDictionary<string, DateTimeOffset> lastServed) =>
    [
        .. waiting
            .GroupBy(study => study.Owner)
            .SelectMany(own => own.OrderBy(study => study.Number).Select((study, round) => (Study: study, Round: round)))
            .OrderBy(entry => entry.Round)
            .ThenBy(entry => lastServed.GetValueOrDefault(entry.Study.Owner, DateTimeOffset.MinValue))
            .ThenBy(entry => entry.Study.Number)
            .Select(entry => entry.Study),
    ];

    /// <summary>
    /// The studies that start or go on now. The order is kept: a large study that does not fit yet is not overtaken by small ones for ever. Only those are passed over whose
    /// owner has another one running.
    /// </summary>
    /// <param name="order">Those that wait, the next one first.</param>
    /// <param name="running">What runs already, or is paused and has no workers then.</param>
    /// <param name="cores">The cores that all share; every worker takes one.</param>
    public static IReadOnlyList<QueuedStudy> Next(IReadOnlyList<QueuedStudy> order, IEnumerable<(string Id, string Owner, int Workers)> running, int cores)
    {
        var (busy, free) = (new Dictionary<string, string>(), cores);
        foreach (var (id, owner, workers) in running)
        {
            busy[owner] = id;
            free -= workers;
        }

        var next = new List<QueuedStudy>();
        foreach (var study in order.Where(study => busy.GetValueOrDefault(study.Owner, study.Id) == study.Id))
        {
            // one that wants more than there is at all has the machine for itself
            var wanted = Math.Min(study.Definition.Workers, cores);
            if (wanted > free)
                break;
            busy[study.Owner] = study.Id;
            free -= wanted;
            next.Add(study);
        }

        return next;
    }
}
