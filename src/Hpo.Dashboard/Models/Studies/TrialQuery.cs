using System.Collections.Immutable;
using Hpo.Engine.Trials;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>Which trials a person wants to see, and in which order.</summary>
public sealed record TrialQuery
{
    /// <summary>All trials, the newest first: what runs now is in sight.</summary>
    public static TrialQuery Default { get; } = new();

    /// <summary>The key of the column to order by.</summary>
    public string SortColumn { get; init; } = TrialColumn.Number;

    /// <summary>Whether the largest comes first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>The statuses to show; empty for all.</summary>
    public ImmutableHashSet<TrialStatus> Statuses { get; init; } = [];

    /// <summary>The ranges that numeric columns must lie in, by column key; only ranges that exclude something.</summary>
    public ImmutableDictionary<string, NumberRange> Ranges { get; init; } = ImmutableDictionary<string, NumberRange>.Empty;

    /// <summary>The values that columns of texts must have, by column key.</summary>
    public ImmutableDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The longest text that is looked for.</summary>
    public const int MaxSearch = 100;

    /// <summary>Whether only trials with a note are shown.</summary>
    public bool OnlyNoted { get; init; }

    /// <summary>What must occur in a trial's note or in why it was suggested or ended, whatever the case of its letters; empty for anything.</summary>
    public string Search { get; init; } = "";

    /// <summary>Whether any trial may be left out.</summary>
    public bool IsFiltered => !Statuses.IsEmpty || ColumnFilters > 0 || OnlyNoted || Search.Length > 0;

    /// <summary>How many columns are filtered by their values.</summary>
    public int ColumnFilters => Ranges.Count + Texts.Count;

    /// <summary>Orders by a column, smallest first; by the same column once more, the other way round.</summary>
    public TrialQuery SortedBy(string column) => this with { SortColumn = column, Descending = column == SortColumn && !Descending };

    /// <summary>Shows a status if it is hidden among others that are shown, and the other way round.</summary>
    public TrialQuery Toggled(TrialStatus status) => this with { Statuses = Statuses.SymmetricExcept([status]) };

    /// <summary>Keeps a numeric column within a range.</summary>
    public TrialQuery Within(string column, NumberRange range) =>
        this with { Ranges = range.IsOpen ? Ranges.Remove(column) : Ranges.SetItem(column, range) };

    /// <summary>Keeps a column of texts at one value; empty for any.</summary>
    public TrialQuery Equal(string column, string? text) =>
        this with { Texts = string.IsNullOrEmpty(text) ? Texts.Remove(column) : Texts.SetItem(column, text) };

    /// <summary>Looks for a text.</summary>
    public TrialQuery Finding(string? text) => this with { Search = text is null ? "" : text.Length > MaxSearch ? text[..MaxSearch] : text };

    /// <summary>The same order without filters.</summary>
    public TrialQuery Unfiltered() => new() { SortColumn = SortColumn, Descending = Descending };
}
