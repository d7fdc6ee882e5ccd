using Hpo.Dashboard.Access;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Catalog;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Classes;

/// <summary>The studies of a class, best first.</summary>
public static class ClassBoard
{
    /// <summary>The largest number of rows of one objective; a projector shows far fewer.</summary>
    public const int MaxRows = 100;

    private const string Unknown = "somebody";

    /// <summary>The studies of students, those of one objective together, the objective with the most studies first.</summary>
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
            .SelectMany(group => group
                // a study without an error has no place, and stands last
                .OrderBy(study => study.BestError is null or double.NaN)
                .ThenBy(study => study.BestError)
                .ThenBy(study => study.CreatedAt)
                .Take(MaxRows)
                .Select((study, i) => new BoardRow(
                    catalog.Objectives.Find(group.Key)?.Name ?? group.Key,
                    study.BestError is null or double.NaN ? null : i + 1,
                    study.Id,
                    names.GetValueOrDefault(study.Owner, Unknown),
                    study.Name,
                    Format.Error(study.BestError),
                    study.TrialsEnded,
                    study.TrialsAsked,
                    StatusLabel.Of(study),
                    visitor.IsStudent && study.Owner == visitor.Id))),
    ];
}
