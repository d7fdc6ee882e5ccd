using Hpo.Dashboard.Access;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Catalog;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Classes;

/// <summary>The best of everybody in a class.</summary>
public static class ClassBoard
{
    /// <summary>The largest number of rows of one objective; a projector shows far fewer.</summary>
    public const int MaxRows = 100;

    private const string Unknown = "somebody";

    /// <summary>The best study of each student for each objective, best first, the objective with the most studies first.</summary>
    /// <param name="studies">All studies.</param>
    /// <param name="names">The students' names.</param>
    /// <param name="visitor">Who looks.</param>
    /// <param name="catalog">Knows what objectives are called.</param>
    public static IReadOnlyList<BoardRow> Of(IEnumerable<StudySummary> studies, IReadOnlyDictionary<string, string> names, Visitor visitor, StudyCatalog catalog) =>
    [
        .. studies
            .Where(study => study.Owner.Length > 0)
            .GroupBy(study => study.Objective)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => Rows(group, catalog.Objectives.Find(group.Key)?.Name ?? group.Key, names, visitor)),
    ];

    private static IEnumerable<BoardRow> Rows(IEnumerable<StudySummary> studies, string objective, IReadOnlyDictionary<string, string> names, Visitor visitor)
    {
        var everybody = studies
            .GroupBy(study => study.Owner)
            .Select(own => (Best: BestFirst(own, study => study).First(), Count: own.Count()))
            .ToList();
        var errors = everybody.Select(row => row.Best.BestError).OfType<double>().Where(error => !double.IsNaN(error)).Order().ToList();
        return BestFirst(everybody, row => row.Best).Take(MaxRows).Select(row => new BoardRow(
            objective,
            PlaceOf(row.Best.BestError, errors),
            row.Best.Id,
            names.GetValueOrDefault(row.Best.Owner, Unknown),
            row.Best.Name,
            row.Count,
            Format.Error(row.Best.BestError),
            row.Best.TrialsEnded,
            row.Best.TrialsAsked,
            StatusLabel.Of(row.Best),
            visitor.IsStudent && row.Best.Owner == visitor.Id));
    }

    /// <summary>One without an error stands last.</summary>
    private static IOrderedEnumerable<T> BestFirst<T>(IEnumerable<T> rows, Func<T, StudySummary> study) => rows
        .OrderBy(row => study(row).BestError is null or double.NaN)
        .ThenBy(row => study(row).BestError)
        .ThenBy(row => study(row).CreatedAt);

    /// <summary>As in sports: equal errors share a place, and the next one is further down. Null without an error.</summary>
    private static int? PlaceOf(double? error, List<double> sorted) => error is null or double.NaN ? null : sorted.IndexOf(error.Value) + 1;
}
