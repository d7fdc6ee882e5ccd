using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.ShapeLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using BarLine = Plotly.Blazor.Traces.ScatterLib.Line;

namespace Hpo.Figures.Studies;

/// <summary>The shape of the picture of who ran when: a lane a worker, a bar for each stretch of a trial.</summary>
internal sealed record TimelineShape : StudyShape
{
    /// <summary>With more stretches than that a lane there is no line around a bar: of bars thinner than a pixel it would leave nothing.</summary>
    public const int MostSeparated = 300;

    /// <summary>Half of a bar's height, where lanes are 1 apart.</summary>
    public const double HalfHeight = 0.38;

    private const int MostLaneNames = 24;

    public required int Lanes { get; init; }

    /// <summary>Whether bars have a thin line around them.</summary>
    public required bool IsSeparated { get; init; }

    /// <summary>When the study was paused: its time stood still.</summary>
    public required Moments Standstills { get; init; }

    public required string Cut { get; init; }

    /// <inheritdoc/>
    public override FigureDescription Describe(FigureStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        return new()
        {
            Data = [.. Traces(style)],
            Views = [new FigureView(IsLog: false, IsLogX: false, Layout(style), Fit: null, Note: null)],
            Summary = "",
            Empty = Empty,
            Legend = [.. Legend()],
            Tables = [new("Each stretch in which a worker ran a trial, the last one first", ["worker", "trial", "from", "to", "afterwards", "error", "why"])],
            PictureTitle = "who ran when",
        };
    }

    private Layout Layout(FigureStyle style)
    {
        var layout = FigureLayout.Create(style, StudyLayout.Time, new("", "workers") { Ends = (Lanes - 0.5, -0.5) }, HoverModeEnum.Closest);
        var workers = layout.YAxis![0];
        (workers.ShowGrid, workers.Ticks) = (false, Plotly.Blazor.LayoutLib.YAxisLib.TicksEnum.Empty);
        var step = (int)Math.Ceiling((double)Lanes / MostLaneNames);
        workers.TickVals = [.. Enumerable.Range(0, (Lanes + step - 1) / step).Select(lane => (object)(lane * step))];
        // a page that is narrow leaves the words out
        workers.TickText = [.. workers.TickVals.Select(lane => (object)$"worker {lane}")];
        layout.Shapes =
        [
            .. Enumerable.Range(0, Lanes).Select(lane =>
                StudyLayout.Band("paper", "y", 0, 1, lane - HalfHeight, lane + HalfHeight, FigureStyle.Translucent(style.Muted, 0.1))),
            .. Standstills.Seconds.Select(time => StudyLayout.Upright(time, LayerEnum.Above, new() { Width = style.Em(0.15), Dash = "dot", Color = style.Text })),
        ];
        return layout;
    }

    private IEnumerable<Scatter> Traces(FigureStyle style)
    {
        var cut = Bar("cut", Cut, null);
        cut.FillPattern = new()
        {
            Shape = Plotly.Blazor.Traces.ScatterLib.FillPatternLib.ShapeEnum.Slash,
            Size = style.Em(0.5),
            Solidity = 0.25m,
            FgColor = style.Muted,
            BgColor = FigureStyle.Translucent(style.Muted, 0.15),
        };
        var running = Bar("running", "running", style.Surface);
        (running.Mode, running.Line) = (ModeFlag.Lines, new() { Width = style.Em(0.11), Color = style.Text });
        return
        [
            Bar("finished", "completed", style.Trial), Bar("paused", "then paused", FigureStyle.Translucent(style.Trial, 0.4)), cut,
            Bar("failed", Failed, style.Failed), running, Bar("best", "the best trial's", style.Incumbent),
            Numbers("darkLabels", style.Text), Numbers("lightLabels", style.Surface),
        ];

        Scatter Bar(string key, string name, string? colour)
        {
            // plotly makes an element for the line around each bar, even one without a width
            var trace = StudyMarks.Trace(key, name, IsSeparated ? ModeFlag.Lines : ModeFlag.None);
            (trace.Fill, trace.FillColor) = (FillEnum.ToSelf, colour);
            trace.Line = new BarLine { Width = IsSeparated ? 1 : 0, Color = style.Surface };
            return trace;
        }

        Scatter Numbers(string key, string colour)
        {
            var trace = StudyMarks.Trace(key, "numbers", ModeFlag.Text);
            (trace.ShowLegend, trace.ClipOnAxis) = (false, true);
            trace.TextFont = new() { Size = style.Em(0.85), Color = colour };
            return trace;
        }
    }

    private IEnumerable<LegendEntry> Legend()
    {
        yield return new("the best trial's", Mark: "bar-best");
        yield return new("completed", Mark: "bar-finished");
        if (!IsOver)
            yield return new(IsResting ? "resting" : "running", Mark: "bar-running");
        if (HasPauses)
            yield return new("then paused", Mark: "bar-paused");
        if (Cut.Length > 0)
            yield return new(Cut, Mark: "bar-cut");
        if (Failed.Length > 0)
            yield return new(Failed, Mark: "bar-failed");
        yield return new("idle", Mark: "bar-idle");
        if (Standstills.Seconds.Count > 0)
            yield return new("study paused here", Mark: "bar-standstill");
    }
}
