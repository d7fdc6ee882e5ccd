using System.Globalization;
using Hpo.Engine.Tuning;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Studies;

/// <summary>
/// Who ran when: a lane a worker, a bar for each stretch of a trial, in which it was run without a break. All bars of a kind are one path. Which bar is of which
/// kind is held together with the browser's <c>timeline-columns.js</c> by a test; the trials' numbers on bars that are wide enough are the page's, which knows the width.
/// </summary>
internal static class WhoRanWhen
{
    /// <summary>Describes it with all its bars.</summary>
    public static FigureDescription Describe(StudySight sight, TimelineShape shape, FigureStyle style)
    {
        var figure = shape.Describe(style);
        var columns = new Columns(figure);
        foreach (var block in TimelineBars.Blocks(TimelineBars.Of(sight.Study, sight.Now), shape.IsSeparated ? 0 : TimelineBars.PixelOf(Format.Seconds(sight.Now))))
            Add(columns, block);
        return figure with { Summary = Summary(sight, shape.Lanes) };
    }

    private static void Add(Columns columns, TimelineBars.Block block)
    {
        var trace = columns[block.Kind];
        var (low, high) = (block.Worker - TimelineShape.HalfHeight, block.Worker + TimelineShape.HalfHeight);
        // round the corners, and a gap before the next one
        foreach (var (x, y) in new (double?, double?)[] { (block.From, low), (block.To, low), (block.To, high), (block.From, high), (block.From, low), (null, null) })
        {
            trace.X!.Add(x!);
            trace.Y!.Add(y!);
        }
    }

    private static string Summary(StudySight sight, int lanes)
    {
        var trials = sight.Study.Trials;
        var stretches = trials.SelectMany(trial => trial.Stretches).ToList();
        var (now, pauses) = (Format.Seconds(sight.Now), sight.Study.Steering.OfType<StudyPaused>().Count());
        var busy = stretches.Sum(stretch => Math.Max(0, Format.Seconds(stretch.To ?? sight.Now) - Format.Seconds(stretch.From)));
        // as the browser rounds: up at the half
        var share = now > 0 ? string.Create(CultureInfo.InvariantCulture, $", busy {Math.Floor((100 * Math.Min(1, busy / (lanes * now))) + 0.5)} % of the time") : "";
        var parts = stretches.Count > trials.Count ? $" {Format.Count(trials.Count, "trial")} in {Format.Count(stretches.Count)} stretches." : "";
        var stood = pauses > 0 ? $" The study was paused {(pauses == 1 ? "once" : $"{pauses} times")}; its time stood still." : "";
        return $"{Format.Count(lanes, "worker")}{share}.{parts}{stood}";
    }
}
