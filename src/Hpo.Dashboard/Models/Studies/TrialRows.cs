using System.Collections.Immutable;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>The rows of the trial table: filtered and ordered once, then only read.</summary>
public static class TrialRows
{
    /// <summary>The trials a query asks for, in its order. Trials without a value in the sorted column come last in both directions, and equal ones by number.</summary>
    /// <param name="trials">All trials of a study.</param>
    /// <param name="columns">The columns of its table.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="notes">The notes on trials, by trial; null for none.</param>
    public static TrialView[] Select(
        IReadOnlyCollection<TrialView> trials, ImmutableArray<TrialColumn> columns, TrialQuery query, IReadOnlyDictionary<int, string>? notes = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(query);
        var rows = query.IsFiltered ? [.. trials.Where(Predicate(columns, query, notes))] : trials.ToArray();
        Sort(rows, columns.FirstOrDefault(column => column.Key == query.SortColumn) ?? columns[0], query.Descending);
        return rows;
    }

    private static void Sort(TrialView[] rows, TrialColumn column, bool descending)
    {
        // each key is made once, not once a comparison
        var keys = Array.ConvertAll(rows, row => (column.SortBy(row), row.Id));
        keys.AsSpan().Sort(rows.AsSpan(), new Order(descending));
    }

    private static Func<TrialView, bool> Predicate(ImmutableArray<TrialColumn> columns, TrialQuery query, IReadOnlyDictionary<int, string>? notes)
    {
        var conditions = columns.Select(column => Condition(column, query)).OfType<Func<TrialView, bool>>().ToArray();
        return trial => (query.Statuses.IsEmpty || query.Statuses.Contains(trial.Status))
            && Array.TrueForAll(conditions, condition => condition(trial))
            && (!query.OnlyNoted || notes?.ContainsKey(trial.Id) == true)
            && (query.Search.Length == 0 || Has(trial.Reason) || Has(trial.EndReason) || Has(notes?.GetValueOrDefault(trial.Id)));

        bool Has(string? text) => text?.Contains(query.Search, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static Func<TrialView, bool>? Condition(TrialColumn column, TrialQuery query)
    {
        if (query.Ranges.TryGetValue(column.Key, out var range))
            return trial => range.Contains(column.NumberOf(trial));
        if (query.Texts.TryGetValue(column.Key, out var text) && column.Parameter is { } parameter)
            return trial => trial.Configuration.TryGetValue(parameter.Name, out var value) && value.ToString() == text;
        return null;
    }

    /// <summary>A struct, so that the sort calls it directly.</summary>
    private readonly struct Order(bool descending) : IComparer<(SortKey Key, int Id)>
    {
        public int Compare((SortKey Key, int Id) x, (SortKey Key, int Id) y)
        {
            var (noX, noY) = (x.Key.IsNone, y.Key.IsNone);
            if (noX != noY)
                return noX ? 1 : -1;
            var order = noX ? 0 : descending ? y.Key.CompareTo(x.Key) : x.Key.CompareTo(y.Key);
            return order != 0 ? order : x.Id.CompareTo(y.Id);
        }
    }
}
