using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.HoverLabelLib;
using X = Plotly.Blazor.LayoutLib.XAxisLib;
using Y = Plotly.Blazor.LayoutLib.YAxisLib;

namespace Hpo.Figures;

/// <summary>What all figures have in common.</summary>
internal static class FigureLayout
{
    private const string ZoomStays = "zoom";

    /// <summary>The layout of a figure with one x and one y axis.</summary>
    /// <param name="style">The colours and the type.</param>
    /// <param name="x">The x axis.</param>
    /// <param name="y">The y axis.</param>
    /// <param name="hover">What is told of what is pointed at.</param>
    public static Layout Create(FigureStyle style, FigureAxis x, FigureAxis y, HoverModeEnum hover) => new()
    {
        UiRevision = ZoomStays,
        ShowLegend = false,
        HoverMode = hover,
        PaperBgColor = style.Surface,
        PlotBgColor = style.Surface,
        Font = new() { Family = style.FontFamily, Size = style.Em(1), Color = style.Text },
        Margin = new() { L = 56, R = 12, T = 6, B = 48, Pad = 0 },
        HoverLabel = new()
        {
            BgColor = style.Surface,
            BorderColor = style.Muted,
            Align = AlignEnum.Left,
            Font = new() { Family = style.FontFamily, Size = style.Em(1), Color = style.Text },
        },
        XAxis = [XAxis(style, x)],
        YAxis = [YAxis(style, y)],
    };

    private static XAxis XAxis(FigureStyle style, FigureAxis axis) => new()
    {
        GridColor = style.Line,
        LineColor = style.Line,
        TickColor = style.Line,
        ZeroLine = false,
        Ticks = X.TicksEnum.Outside,
        TickLen = 4,
        AutoMargin = X.AutoMarginFlag.True,
        // looking for labels that do not fit costs a layout of the whole page at each drawing
        TickLabelOverflow = X.TickLabelOverflowEnum.Allow,
        Title = new() { Text = axis.Title, Standoff = 8 },
        Type = axis.IsLog ? X.TypeEnum.Log : X.TypeEnum.Linear,
        ExponentFormat = axis.IsLog ? X.ExponentFormatEnum.Power : null,
        RangeMode = axis is { BeginsAtZero: true, IsLog: false } ? X.RangeModeEnum.ToZero : null,
        HoverFormat = axis.HoverFormat,
        UnifiedHoverTitle = axis.HoverTitle is { } title ? new() { Text = title } : null,
        UiRevision = axis.Place,
    };

    private static YAxis YAxis(FigureStyle style, FigureAxis axis) => new()
    {
        GridColor = style.Line,
        LineColor = style.Line,
        TickColor = style.Line,
        ZeroLine = false,
        Ticks = Y.TicksEnum.Outside,
        TickLen = 4,
        AutoMargin = Y.AutoMarginFlag.True,
        TickLabelOverflow = Y.TickLabelOverflowEnum.Allow,
        Title = new() { Text = axis.Title, Standoff = 8 },
        Type = axis.IsLog ? Y.TypeEnum.Log : Y.TypeEnum.Linear,
        ExponentFormat = Y.ExponentFormatEnum.Power,
        // an axis whose ends are given is not zoomed
        Range = axis.Ends is var (from, to) ? [from, to] : null,
        FixedRange = axis.Ends is not null,
        TickFormat = axis.TickFormat,
        Tick0 = axis.TickStep is null ? null : 1,
        DTick = axis.TickStep,
        UiRevision = axis.Place,
    };
}
