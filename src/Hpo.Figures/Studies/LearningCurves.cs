using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Studies;

/// <summary>
/// The learning curves of all trials, the incumbent's in front. Hundreds of finished ones are one trace with gaps; of thousands a part. Which curve stands where
/// is held together with the browser's <c>curve-columns.js</c> by a test.
/// </summary>
public static class LearningCurves
{
    /// <summary>The largest number of finished curves that are drawn.</summary>
    public const int MostDrawn = 400;

    private const double OnStrip = 0.5;

    /// <summary>Describes them with all their points.</summary>
    internal static FigureDescription Describe(StudySight sight, StudyShape shape, FigureStyle style)
    {
        var figure = shape.Describe(style);
        var columns = new Columns(figure);
        AddEnded(columns, sight.Study, figure.Every!.Value);
        AddOpen(columns, sight.Study, sight.MostCurves);
        if (sight.Study.Incumbent is { } incumbent)
            AddCurve(columns, "best", sight.Study.Trials[incumbent.TrialId], sight.Study.Status);
        return figure with { Summary = Summary(sight.Study, figure.Every.Value) };
    }

    private static void AddEnded(Columns columns, StudySnapshot study, int every)
    {
        foreach (var trial in study.EndedInOrder().Where((_, place) => place % every == 0))
        {
            var text = AddCurve(columns, "finished", trial, study.Status);
            if (trial.Status == TrialStatus.Stopped && !trial.Curve.IsEmpty)
                columns.Add("stopped", trial.Epochs, Finite(trial.Curve[^1].Error), text);
            // it failed in the epoch after its last report
            if (trial.Status.IsFailure())
                columns.Add("failed", trial.Epochs + 1, OnStrip, text);
        }
    }

    private static void AddOpen(Columns columns, StudySnapshot study, int mostCurves)
    {
        var open = study.Open().Where(trial => !trial.Curve.IsEmpty).ToLookup(trial => trial.Status == TrialStatus.Running);
        foreach (var trial in open[true])
            columns.Add("ends", trial.Epochs, Finite(trial.Curve[^1].Error), AddCurve(columns, "running", trial, study.Status));
        var every = Stride.Of(open[false].Count(), mostCurves);
        foreach (var trial in open[false].Where((_, place) => place % every == 0))
            columns.AddPause(trial.Epochs, Finite(trial.Curve[^1].Error), AddCurve(columns, "paused", trial, study.Status));
    }

    private static string AddCurve(Columns columns, string key, TrialView trial, StudyStatus study)
    {
        var text = TrialText.Of(trial, study);
        foreach (var point in trial.Curve)
            columns.Add(key, point.Epoch, Finite(point.Error), text);
        // a gap, so that no line leads to the next curve
        if (!trial.Curve.IsEmpty)
            columns.Add(key, null, null, "");
        return text;
    }

    private static double? Finite(double error) => double.IsFinite(error) ? error : null;

    private static string Summary(StudySnapshot study, int every)
    {
        var longest = study.Trials.IsEmpty ? 0 : study.Trials.Max(trial => trial.Epochs);
        var best = study.Incumbent is { } incumbent ? $" Trial {incumbent.TrialId} is the best so far: {Progress(study.Trials[incumbent.TrialId])}." : "";
        var drawn = every > 1 ? $" One of every {every} finished curves is drawn." : "";
        return $"{Format.Count(study.Trials.Count, "trial")} of up to {Format.Count(longest, "epoch")}.{best}{drawn}";
    }

    private static string Progress(TrialView best)
    {
        var (counts, then) = ErrorWords.Lines(best);
        var last = then is null ? $"{counts} after epoch {best.Best!.Value.Epoch}" : $"{counts}; {then}";
        return best.Curve.Length > 1 ? $"{Format.Error(best.Curve[0].Error)} after its first epoch, {last}" : last;
    }
}
