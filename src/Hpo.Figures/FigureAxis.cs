namespace Hpo.Figures;

/// <summary>What one axis of a figure is.</summary>
/// <param name="Title">What it measures.</param>
/// <param name="Place">Where a person looks: while it stays, so does their zoom.</param>
internal sealed record FigureAxis(string Title, string Place)
{
    /// <summary>Whether it is logarithmic.</summary>
    public bool IsLog { get; init; }

    /// <summary>Whether it begins at 0 in any case; a logarithmic one cannot.</summary>
    public bool BeginsAtZero { get; init; }

    /// <summary>Its two ends, when they never change.</summary>
    public (double From, double To)? Ends { get; init; }

    /// <summary>The distance of its ticks, counted from 1; null as plotly finds best.</summary>
    public int? TickStep { get; init; }

    /// <summary>How its ticks are written (d3's format); null as plotly finds best.</summary>
    public string? TickFormat { get; init; }

    /// <summary>How a place on it is written where one points.</summary>
    public string? HoverFormat { get; init; }

    /// <summary>The heading of what is told of all curves at a place; null for the axis's own.</summary>
    public string? HoverTitle { get; init; }
}
