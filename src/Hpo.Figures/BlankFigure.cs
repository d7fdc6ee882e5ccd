using Plotly.Blazor;
using Plotly.Blazor.ConfigLib;

namespace Hpo.Figures;

/// <summary>What a chart is before anything is known of it: nothing that is seen, and drawn fast.</summary>
public static class BlankFigure
{
    private const string Clear = "rgba(0,0,0,0)";

    /// <summary>The layout of a figure without axes.</summary>
    public static Layout Layout() => new()
    {
        PaperBgColor = Clear,
        PlotBgColor = Clear,
        ShowLegend = false,
        Margin = new() { L = 0, R = 0, T = 0, B = 0, Pad = 0 },
        XAxis = [new() { Visible = false }],
        YAxis = [new() { Visible = false }],
    };

    /// <summary>How every chart behaves; the same in wwwroot/js/charts/plot.js, so that drawing there does not begin anew.</summary>
    // no mode bar: its buttons have no names; those of a panel stand above the chart
    public static Config Config() => new() { DisplayModeBar = DisplayModeBarEnum.False, ShowTips = false, DoubleClick = DoubleClickEnum.AutoSize };
}
