using Hpo.Dashboard.Access;
using Hpo.Studies.Classes;

namespace Hpo.Dashboard.Models.Classes;

/// <summary>A study that waits, as it is shown.</summary>
/// <param name="Place">Its place, from 1.</param>
/// <param name="Id">The id it will have.</param>
/// <param name="Person">The student's name.</param>
/// <param name="Study">Its name.</param>
/// <param name="IsOwn">Whether it is the visitor's own.</param>
/// <param name="MayChange">Whether the visitor may withdraw it.</param>
public sealed record WaitingRow(int Place, string Id, string Person, string Study, bool IsOwn, bool MayChange)
{
    /// <summary>Those that wait, the next one first.</summary>
    public static IReadOnlyList<WaitingRow> Of(IReadOnlyList<QueuedStudy> waiting, IReadOnlyDictionary<string, string> names, Visitor visitor) =>
    [
        .. waiting.Select((study, i) => new WaitingRow(
            i + 1, study.Id, names.GetValueOrDefault(study.Owner, "somebody"), study.Definition.Name, visitor.IsStudent && study.Owner == visitor.Id, visitor.MayChange(study.Owner))),
    ];

    /// <summary>A place in words: 1st, 2nd, 3rd, 11th, …</summary>
    public static string Ordinal(int place) => place + ((place % 100) is >= 11 and <= 13 ? "th" : (place % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });
}
