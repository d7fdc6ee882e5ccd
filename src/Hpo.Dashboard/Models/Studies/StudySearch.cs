namespace Hpo.Dashboard.Models.Studies;

/// <summary>The studies that are looked for, in an order.</summary>
public static class StudySearch
{
    /// <summary>Searches; the studies are given with the newest first.</summary>
    public static IReadOnlyList<StudyEntry> Find(IReadOnlyList<StudyEntry> studies, StudyQuery query, StudyOrder order)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(query);
        var found = query.IsEmpty ? studies : [.. studies.Where(query.Matches)];
        return order switch
        {
            // sorts are stable: of equal ones the newest comes first
            StudyOrder.Best => [.. found.OrderBy(study => study.Summary.BestError is null).ThenBy(study => study.Summary.BestError)],
            StudyOrder.Name => [.. found.OrderBy(study => study.Summary.Name, StringComparer.OrdinalIgnoreCase)],
            _ => found,
        };
    }

    /// <summary>The tags of all studies with their numbers, the most frequent first.</summary>
    public static IReadOnlyList<(string Tag, int Count)> Tags(IEnumerable<StudyEntry> studies, int most) =>
    [
        .. studies.SelectMany(study => study.Metadata.Tags)
            .GroupBy(tag => tag, StringComparer.OrdinalIgnoreCase)
            .Select(same => (Tag: same.Key, Count: same.Count()))
            .OrderByDescending(tag => tag.Count).ThenBy(tag => tag.Tag, StringComparer.OrdinalIgnoreCase)
            .Take(most),
    ];
}
