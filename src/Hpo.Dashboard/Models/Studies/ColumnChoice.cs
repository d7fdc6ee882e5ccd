using System.Collections.Immutable;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Which columns of the trial table a person wants to see, and in which order. The trial's number is always there, and first.</summary>
/// <param name="All">The columns of the study, in their usual order.</param>
/// <param name="Shown">Those that are shown.</param>
public sealed record ColumnChoice(ImmutableArray<TrialColumn> All, ImmutableArray<TrialColumn> Shown)
{
    /// <summary>The columns with these keys; what is unknown or said twice is left out, and all are shown when nothing is left.</summary>
    public static ColumnChoice Of(ImmutableArray<TrialColumn> all, IEnumerable<string> keys)
    {
        var chosen = keys.Distinct().Select(key => all.FirstOrDefault(column => column.Key == key)).OfType<TrialColumn>().ToList();
        return chosen.Count == 0 ? new ColumnChoice(all, all) : With(all, chosen);
    }

    /// <summary>Whether these are the usual columns in their usual order.</summary>
    public bool IsUsual => Shown.SequenceEqual(All);

    /// <summary>The keys by which the choice is found again; none for the usual columns.</summary>
    public ImmutableArray<string> Keys => IsUsual ? [] : [.. Shown.Select(column => column.Key)];

    /// <summary>All columns: those that are shown in their order, then the others.</summary>
    public IEnumerable<TrialColumn> Listed => Shown.Concat(All.Except(Shown));

    public bool IsShown(TrialColumn column) => Shown.Contains(column);

    /// <summary>Shows a column that is hidden, as the last, and the other way round.</summary>
    public ColumnChoice Toggled(TrialColumn column) => With(All, IsShown(column) ? Shown.Remove(column) : Shown.Add(column));

    /// <summary>Whether a column can change places with its neighbour.</summary>
    /// <param name="column">The column.</param>
    /// <param name="step">-1 for the one before it, 1 for the one after it.</param>
    public bool CanMove(TrialColumn column, int step) => Shown.IndexOf(column) is > 0 and var from && from + step >= 1 && from + step < Shown.Length;

    /// <summary>Changes places with a neighbour; the same choice where there is none.</summary>
    public ColumnChoice Moved(TrialColumn column, int step)
    {
        if (!CanMove(column, step))
            return this;
        var from = Shown.IndexOf(column);
        return With(All, Shown.RemoveAt(from).Insert(from + step, column));
    }

    private static ColumnChoice With(ImmutableArray<TrialColumn> all, IEnumerable<TrialColumn> shown) =>
        new(all, [all[0], .. shown.Where(column => column != all[0])]);
}
