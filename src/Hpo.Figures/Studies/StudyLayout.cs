using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.ShapeLib;
using ShapeLine = Plotly.Blazor.LayoutLib.ShapeLib.Line;

namespace Hpo.Figures.Studies;

/// <summary>What the layouts of a study's figures share.</summary>
internal static class StudyLayout
{
    /// <summary>The y axis of the strip at the top, which holds what has no error.</summary>
    public const string StripAxis = "y2";

    /// <summary>The whole of a figure that time runs along begins at its start.</summary>
    public static FigureAxis Time { get; } = new("seconds since the start", "time") { BeginsAtZero = true };

    /// <summary>The axis of errors.</summary>
    public static FigureAxis Errors(ObjectiveFacts objective, bool isLog) => new(objective.Measures, isLog ? "log" : "linear") { IsLog = isLog };

    /// <summary>A layout in which, on a strip of its own, there is room for what has no error.</summary>
    /// <param name="style">The colours and the type.</param>
    /// <param name="x">The x axis.</param>
    /// <param name="y">The y axis.</param>
    /// <param name="hasStrip">Whether there is anything to put there.</param>
    public static Layout WithStrip(FigureStyle style, FigureAxis x, FigureAxis y, bool hasStrip)
    {
        var layout = FigureLayout.Create(style, x, y, HoverModeEnum.Closest);
        layout.YAxis![0].Domain = [0, hasStrip ? 0.9 : 1.0];
        layout.YAxis.Add(hasStrip ? Strip(style) : Nowhere());
        layout.Shapes = [];
        if (hasStrip)
            layout.Shapes.Add(Band("paper", "paper", 0, 1, 0.93, 1, FigureStyle.Translucent(style.Failed, 0.1)));
        return layout;
    }

    /// <summary>A filled rectangle below everything else.</summary>
    public static Shape Band(string xRef, string yRef, object x0, object x1, object y0, object y1, string colour) => new()
    {
        Type = TypeEnum.Rect,
        XRef = xRef,
        YRef = yRef,
        X0 = x0,
        X1 = x1,
        Y0 = y0,
        Y1 = y1,
        Layer = LayerEnum.Below,
        Line = new() { Width = 0 },
        FillColor = colour,
    };

    /// <summary>A line from top to bottom.</summary>
    public static Shape Upright(double x, LayerEnum layer, ShapeLine line) => new()
    {
        Type = TypeEnum.Line,
        XRef = "x",
        YRef = "paper",
        X0 = x,
        X1 = x,
        Y0 = 0,
        Y1 = 1,
        Layer = layer,
        Line = line,
    };

    /// <summary>The known minimum as a line across the figure, where it has a place.</summary>
    public static IEnumerable<Shape> Minimum(FigureStyle style, double? minimum, bool isLog)
    {
        if (minimum is not { } value || (isLog && value <= 0))
            yield break;
        yield return new()
        {
            Type = TypeEnum.Line,
            XRef = "paper",
            YRef = "y",
            X0 = 0,
            X1 = 1,
            Y0 = value,
            Y1 = value,
            Layer = LayerEnum.Below,
            Line = new() { Width = style.Em(0.11), Dash = "dash", Color = style.Muted },
        };
    }

    /// <summary>Its heights mean nothing, and its one tick says what it holds.</summary>
    private static YAxis Strip(FigureStyle style) => new()
    {
        Domain = [0.93, 1],
        Range = [0, 1],
        FixedRange = true,
        Anchor = "x",
        ShowGrid = false,
        ZeroLine = false,
        AutoMargin = Plotly.Blazor.LayoutLib.YAxisLib.AutoMarginFlag.True,
        TickVals = [0.5],
        TickText = ["no error"],
        TickFont = new() { Size = style.Em(0.9), Color = style.Failed },
        Ticks = Plotly.Blazor.LayoutLib.YAxisLib.TicksEnum.Empty,
    };

    /// <summary>Without a strip its axis lies over the other: a subplot of its own would paint its background over the upper points.</summary>
    private static YAxis Nowhere() => new() { Overlaying = "y", Range = [0, 1], FixedRange = true, Visible = false };
}
