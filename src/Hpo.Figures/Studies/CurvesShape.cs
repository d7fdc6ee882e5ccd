using System.Collections.Immutable;
using Hpo.Engine.Schedulers;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib.ShapeLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using Plotly.Blazor.Traces.ScatterLib.MarkerLib;

namespace Hpo.Figures.Studies;

/// <summary>The shape of the learning curves.</summary>
internal sealed record CurvesShape : StudyShape
{
    /// <summary>With more points than that there are lines alone.</summary>
    public const int MostMarkers = 600;

    private const string Hover = "%{text}<extra></extra>";
    private const string LineHover = "Epoch %{x}: error %{y:.4~g}<br>%{text}<extra></extra>";
    private const double FinishedOpacity = 0.45;
    private const int MostTicks = 12;

    private static readonly int[] TickSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    public required ObjectiveFacts Objective { get; init; }

    /// <summary>One of every so many finished curves is drawn.</summary>
    public required int Every { get; init; }

    /// <summary>A curve of one epoch has no line; the rule never comes back to marks while a study grows.</summary>
    public required bool HasMarkers { get; init; }

    public required int TickStep { get; init; }

    /// <summary>The ladders; equal to others when they are the same object, as they are through a study's life.</summary>
    public required ImmutableArray<Bracket> Brackets { get; init; }

    public required bool HasStops { get; init; }

    public required bool HasLowErrors { get; init; }

    /// <summary>The distance of ticks, so that there are no more than a few.</summary>
    public static int TickStepFor(int lastEpoch) => TickSteps.FirstOrDefault(step => lastEpoch <= MostTicks * step, 5000);

    /// <inheritdoc/>
    public override FigureDescription Describe(FigureStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        return new()
        {
            Data = [.. Traces(style)],
            Views = [.. FigureView.Scales.Select(isLog => new FigureView(isLog, IsLogX: false, Layout(style, isLog), Fit: null, LogNote(isLog, HasLowErrors)))],
            Every = Every,
            Summary = "",
            Empty = Empty,
            Legend = [.. Legend()],
            Tables = [new("Error after each epoch, the last trial first", ["trial", "status", "runtime"])],
            PictureTitle = "learning curves",
        };
    }

    private Layout Layout(FigureStyle style, bool isLog)
    {
        var layout = StudyLayout.WithStrip(style, new("epochs", "epochs"), StudyLayout.Errors(Objective, isLog), Failed.Length > 0);
        layout.XAxis![0].DTick = TickStep;
        // where it is decided who goes on; the last rung is the end
        foreach (var rung in Brackets.SelectMany(bracket => bracket.Rungs[..^1]).Distinct())
            layout.Shapes!.Add(StudyLayout.Upright(rung, LayerEnum.Below, new() { Width = style.Em(0.11), Dash = "dash", Color = FigureStyle.Translucent(style.Muted, 0.6) }));
        return layout;
    }

    private IEnumerable<Scatter> Traces(FigureStyle style)
    {
        var mode = HasMarkers ? ModeFlag.Lines | ModeFlag.Markers : ModeFlag.Lines;
        var pale = FigureStyle.Translucent(style.Trial, FinishedOpacity);
        var finished = Curve("finished", "finished", mode, pale, 1, style.Em(0.25));
        var paused = Curve("paused", "paused", mode, style.Trial, 1, style.Em(0.25));
        paused.Line!.Dash = "dot";
        var running = Curve("running", "running", ModeFlag.Lines, style.Text, style.Em(0.12), null);
        var best = Curve("best", "the best trial's", ModeFlag.Lines | ModeFlag.Markers, style.Incumbent, style.Em(0.2), style.Em(0.45));
        var stopped = StudyMarks.Trace("stopped", "stopped early", ModeFlag.Markers, Hover);
        stopped.Marker = new() { Symbol = SymbolEnum.Square, Size = style.Em(0.5), Color = style.Muted, Line = new() { Width = 1, Color = style.Surface } };
        var ends = StudyMarks.Trace("ends", "running on", ModeFlag.Markers, Hover);
        ends.ShowLegend = false;
        ends.Marker = new() { Symbol = SymbolEnum.CircleOpen, Size = style.Em(0.6), Color = style.Text, Line = new() { Width = style.Em(0.11) } };
        var pauses = StudyMarks.Pauses("paused at", Hover, style).ToList();
        pauses.ForEach(trace => trace.ShowLegend = false);
        return [finished, paused, running, best, stopped, .. pauses, ends, StudyMarks.Failed(Failed, Hover, style)];
    }

    private static Scatter Curve(string key, string name, ModeFlag mode, string colour, decimal width, decimal? size)
    {
        var trace = StudyMarks.Trace(key, name, mode, LineHover);
        trace.Line = new() { Width = width, Color = colour };
        trace.Marker = size is null ? null : new() { Size = size, Color = colour };
        return trace;
    }

    private IEnumerable<LegendEntry> Legend()
    {
        yield return new("the best trial's", Mark: "best");
        yield return new("finished", Mark: "line");
        if (!IsOver)
            yield return new(IsResting ? "resting" : "running", Mark: "live");
        if (HasPauses)
            yield return new("paused", Mark: "pause");
        if (HasStops)
            yield return new("stopped early", Mark: "stop");
        if (Failed.Length > 0)
            yield return new(Failed, Mark: "cross");
        if (Brackets.Length > 0)
            yield return new("rung", Mark: "rung");
    }
}
