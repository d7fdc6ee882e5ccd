using Plotly.Blazor;

namespace Hpo.Figures;

/// <summary>A figure with everything that is said about it: what plotly.js draws, in words, as a table, and for a picture of it.</summary>
public sealed record FigureDescription
{
    /// <summary>What is drawn.</summary>
    public required IList<ITrace> Data { get; init; }

    /// <summary>Where the x of traces without one of their own is found; null when all have theirs.</summary>
    public IReadOnlyList<SharedColumn>? SharedX { get; init; }

    /// <summary>How the axes can be looked at: one view for each choice of scales.</summary>
    public required IReadOnlyList<FigureView> Views { get; init; }

    /// <summary>What is to be seen, in words; empty when there is nothing.</summary>
    public required string Summary { get; init; }

    /// <summary>What stands in place of a figure that has nothing to show; null when there is something.</summary>
    public string? Empty { get; init; }

    /// <summary>The marks that are on the figure.</summary>
    public required IReadOnlyList<LegendEntry> Legend { get; init; }

    /// <summary>The figure's data as a table; null when the rows of its tables are not read from its traces.</summary>
    public FigureTable? Table { get; init; }

    /// <summary>Tables whose rows are not read from the traces; null when there is none.</summary>
    public IReadOnlyList<TableHead>? Tables { get; init; }

    /// <summary>One of every so many things is drawn; null where all are, whatever their number.</summary>
    public int? Every { get; init; }

    /// <summary>What a picture of it is called.</summary>
    public required string PictureTitle { get; init; }

    /// <summary>The view with these scales; without one of them, that with what there is.</summary>
    /// <param name="isLog">Whether the y axis is logarithmic.</param>
    /// <param name="isLogX">Whether the x axis is.</param>
    public FigureView View(bool isLog, bool isLogX) =>
        Views.FirstOrDefault(view => view.IsLog == isLog && view.IsLogX == isLogX) ?? Views.First(view => view.IsLogX == isLogX);
}
