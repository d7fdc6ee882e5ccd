using Plotly.Blazor;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using Plotly.Blazor.Traces.ScatterLib.LineLib;
using Plotly.Blazor.Traces.ScatterLib.MarkerLib;

namespace Hpo.Figures.Studies;

/// <summary>The shape of the best error against time.</summary>
internal sealed record IncumbentShape : StudyShape
{
    /// <summary>Each mark is an element of a page, and ten thousand of them make it slow.</summary>
    public const int MostPoints = 1000;

    private const string Hover = "%{text}<extra></extra>";

    public required ObjectiveFacts Objective { get; init; }

    /// <summary>How trials gave no error without having failed, in words.</summary>
    public required string Given { get; init; }

    public required string Lost { get; init; }

    public required bool HasStrip { get; init; }

    /// <summary>One of every so many trials is drawn.</summary>
    public required int Every { get; init; }

    public required bool HasLowErrors { get; init; }

    /// <summary>Whether noise has taken an error below the known minimum.</summary>
    public required bool IsBelowMinimum { get; init; }

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
            Tables =
            [
                new("Each new best", ["after", "error", "epoch", "trial", "configuration"]),
                new("Ended trials, the last one first", ["trial", "ended after", "status", "error", "runtime", "configuration"]),
            ],
            PictureTitle = "best error over time",
        };
    }

    private Layout Layout(FigureStyle style, bool isLog)
    {
        var layout = StudyLayout.WithStrip(style, StudyLayout.Time, StudyLayout.Errors(Objective, isLog), HasStrip);
        foreach (var line in StudyLayout.Minimum(style, Objective.Minimum, isLog))
            layout.Shapes!.Add(line);
        return layout;
    }

    private IEnumerable<Scatter> Traces(FigureStyle style)
    {
        var finished = StudyMarks.Trace("finished", "finished", ModeFlag.Markers, Hover);
        finished.Marker = new() { Size = style.Em(0.6), Color = FigureStyle.Translucent(style.Trial, 0.75), Line = new() { Width = 1, Color = style.Surface } };
        var given = StudyMarks.Trace("given", Given, ModeFlag.Markers, Hover);
        given.YAxis = StudyLayout.StripAxis;
        given.Marker = new() { Symbol = SymbolEnum.LineNSOpen, Size = style.Em(0.7), Color = style.Muted, Line = new() { Width = style.Em(0.15), Color = style.Muted } };
        var running = StudyMarks.Trace("running", "running", ModeFlag.Markers, Hover);
        running.Marker = new() { Symbol = SymbolEnum.CircleOpen, Size = style.Em(0.75), Color = style.Text, Line = new() { Width = style.Em(0.15) } };
        var steps = StudyMarks.Trace("steps", "best so far", ModeFlag.Lines | ModeFlag.Markers, Hover);
        steps.Line = new() { Shape = ShapeEnum.Hv, Width = style.Em(0.2), Color = style.Incumbent };
        steps.Marker = new() { Size = style.Em(0.7), Color = style.Incumbent, Line = new() { Width = 1.5m, Color = style.Surface } };
        var now = StudyMarks.Trace("now", "until now", ModeFlag.Lines);
        now.ShowLegend = false;
        now.Line = new() { Width = style.Em(0.2), Color = style.Incumbent };
        // what moves with every event is drawn over the figure by the page
        (running.Opacity, now.Opacity) = (0, 0);
        return [finished, given, StudyMarks.Failed(Failed, Hover, style), .. StudyMarks.Pauses("paused", Hover, style), running, steps, now];
    }

    private IEnumerable<LegendEntry> Legend()
    {
        yield return new("best so far", Mark: "steps");
        yield return new("finished trial", Mark: "point");
        if (!IsOver)
            yield return new($"{(IsResting ? "resting" : "running")}, latest report", Mark: "hollow");
        if (HasPauses)
            yield return new("paused", Mark: "pause");
        if (Objective.Minimum is not null)
            yield return new(IsBelowMinimum ? "the known minimum, noise left out" : "the known minimum", Mark: "minimum");
        if (HasStrip)
            yield return new($"{Lost}: no error to show", Mark: "cross");
    }
}
