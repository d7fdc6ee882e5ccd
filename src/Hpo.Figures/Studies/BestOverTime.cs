using System.Globalization;
using Hpo.Engine.Trials;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Studies;

/// <summary>
/// The best error so far against the time it took: a true step line, every trial as a point, what went wrong on a strip of its own. Which trial stands where is
/// held together with the browser's <c>incumbent-columns.js</c> by a test.
/// </summary>
internal static class BestOverTime
{
    // in the strip the height means nothing
    private const double OnStrip = 0.5;

    /// <summary>Describes it with all its points.</summary>
    public static FigureDescription Describe(StudySight sight, StudyShapes shapes, FigureStyle style, bool isFinal)
    {
        var figure = shapes.Incumbent.Describe(style);
        var columns = new Columns(figure);
        var steps = isFinal ? FinalSteps(sight.Study) : [.. sight.Study.Incumbents];
        AddEnded(columns, sight.Study, figure.Every!.Value);
        AddOpen(columns, sight.Study);
        AddLine(columns, sight, steps);
        // nothing is drawn over this one
        (columns["running"].Opacity, columns["now"].Opacity) = (null, null);
        return figure with
        {
            Views = [.. figure.Views.Select(view => view.IsLog ? view : view with { Fit = isFinal ? shapes.FinalFit : shapes.Fit })],
            Summary = Summary(sight.Study, steps, isFinal, figure.Every.Value),
        };
    }

    /// <summary>Every new best by the errors that trials ended with.</summary>
    private static List<IncumbentStep> FinalSteps(StudySnapshot study)
    {
        var steps = new List<IncumbentStep>();
        foreach (var trial in study.EndedInOrder().Where(trial => trial.HandsIn()))
        {
            var error = trial.Drawn()!.Value;
            if (TrialStatusRules.Improves(error, steps.Count == 0 ? null : steps[^1].Error))
                steps.Add(new(trial.EndedAt!.Value, trial.Id, error, trial.Epochs));
        }

        return steps;
    }

    private static void AddEnded(Columns columns, StudySnapshot study, int every)
    {
        // a new best is marked on the line in any case
        foreach (var trial in study.EndedInOrder().Where(trial => trial.Id % every == 0))
        {
            var key = trial.HandsIn() ? "finished" : trial.Status.IsFailure() ? "failed" : "given";
            // where its last error was known: a paused trial may have been ended long after
            columns.Add(key, trial.Stretches[^1].To!.Value, trial.HandsIn() ? trial.Drawn() : OnStrip, TrialText.Of(trial, study.Status));
        }
    }

    private static void AddOpen(Columns columns, StudySnapshot study)
    {
        foreach (var trial in study.Open().Where(trial => !trial.Curve.IsEmpty))
        {
            var (at, text) = (Format.Seconds(trial.Curve[^1].Elapsed), TrialText.Of(trial, study.Status));
            if (trial.Status == TrialStatus.Running)
                columns.Add("running", at, trial.Drawn(), text);
            else if (trial.Status == TrialStatus.Paused)
                columns.AddPause(at, trial.Drawn(), text);
        }
    }

    private static void AddLine(Columns columns, StudySight sight, List<IncumbentStep> steps)
    {
        foreach (var step in steps)
            columns.Add("steps", step.Elapsed, step.Error, TrialText.Of(step, sight.Study.Trials[step.TrialId]));
        double? error = null;
        if (steps.Count > 0)
        {
            error = steps[^1].Error;
            // the axis begins at 0 in any case, and what lies alone on it does not lie on its edge
            columns.Add("now", 0, error, "");
            columns.Add("now", null, null, "");
        }

        // before the first step the line is not there, and the axis grows all the same
        columns.Add("now", steps.Count > 0 ? steps[^1].Elapsed : TimeSpan.Zero, error, "");
        columns.Add("now", sight.Now, error, "");
    }

    private static string Summary(StudySnapshot study, List<IncumbentStep> steps, bool isFinal, int every)
    {
        var best = steps.Count == 0
            ? study.HasEnded ? "No trial handed in an error." : "No result yet."
            : $"{(isFinal ? $"Best final error {Format.Error(steps[^1].Error)}" : $"Best error {ErrorWords.Of(study.Trials[steps[^1].TrialId])}")}"
                + $", trial {steps[^1].TrialId}, after {Format.Duration(steps[^1].Elapsed)}.";
        var drawn = every > 1 ? string.Create(CultureInfo.InvariantCulture, $" One of every {every} is drawn.") : "";
        return $"{best} {StudySentences.TrialsStarted(study)}.{drawn}";
    }
}
