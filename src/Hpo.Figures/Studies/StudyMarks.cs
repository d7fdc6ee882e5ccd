using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using Plotly.Blazor.Traces.ScatterLib.MarkerLib;

namespace Hpo.Figures.Studies;

/// <summary>The marks that figures of a study share.</summary>
internal static class StudyMarks
{
    /// <summary>A trace of marks or lines that waits for its points, under a key.</summary>
    public static Scatter Trace(string key, string name, ModeFlag mode, string? hover = null) => new()
    {
        Meta = key,
        Name = name,
        Mode = mode,
        HoverTemplate = hover,
        HoverInfo = hover is null ? HoverInfoFlag.Skip : null,
        X = [],
        Y = [],
    };

    /// <summary>Crosses of what went wrong, on the strip.</summary>
    public static Scatter Failed(string name, string hover, FigureStyle style)
    {
        var trace = Trace("failed", name, ModeFlag.Markers, hover);
        trace.YAxis = StudyLayout.StripAxis;
        trace.Marker = new() { Symbol = SymbolEnum.XThinOpen, Size = style.Em(0.62), Color = style.Failed, Line = new() { Width = style.Em(0.18), Color = style.Failed } };
        return trace;
    }

    /// <summary>Pause signs: two traces with the same points, a bar each.</summary>
    public static IEnumerable<Scatter> Pauses(string name, string hover, FigureStyle style)
    {
        foreach (var (key, angle) in new[] { ("pausedLeft", -90m), ("pausedRight", 90m) })
        {
            var trace = Trace(key, name, ModeFlag.Markers, angle < 0 ? hover : null);
            trace.ShowLegend = angle < 0 ? null : false;
            trace.Marker = new()
            {
                Symbol = SymbolEnum.LineEwOpen,
                Angle = angle,
                Standoff = style.Em(0.18),
                Size = style.Em(0.7),
                Color = style.Trial,
                Line = new() { Width = style.Em(0.16), Color = style.Trial },
            };
            yield return trace;
        }
    }
}
