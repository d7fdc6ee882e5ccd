using Hpo.Engine.Tuning;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Figures.Studies;

/// <summary>The shapes of all figures of a study at a moment, and the parts of the y axis that they show.</summary>
/// <param name="Incumbent">The best error against time.</param>
/// <param name="Curves">The learning curves; null of what has no epochs.</param>
/// <param name="Timeline">Who ran when.</param>
/// <param name="Fit">The part of the y axis of the best error that is shown unless a person has chosen another; null for all there is.</param>
/// <param name="FinalFit">The same when only the errors count that trials ended with.</param>
public sealed record StudyShapes(StudyShape Incumbent, StudyShape? Curves, StudyShape Timeline, FigureFit? Fit, FigureFit? FinalFit)
{
    /// <summary>The shapes that follow from a tally.</summary>
    /// <param name="tally">What is counted of the study.</param>
    /// <param name="objective">What it minimises.</param>
    /// <param name="workers">How many workers its definition has.</param>
    /// <param name="mostCurves">The largest number of finished learning curves that are drawn, from 1.</param>
    public static StudyShapes Of(StudyTally tally, ObjectiveFacts objective, int workers, int mostCurves)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(objective);
        var lanes = Math.Max(Math.Max(workers, tally.Workers), Math.Max(tally.Study.Workers ?? 0, 1));
        return new(
            IncumbentOf(tally, objective),
            objective.HasEpochs ? CurvesOf(tally, objective, mostCurves) : null,
            TimelineOf(tally, lanes),
            tally.Fit(isFinal: false, objective.Minimum),
            tally.Fit(isFinal: true, objective.Minimum));
    }

    private static IncumbentShape IncumbentOf(StudyTally tally, ObjectiveFacts objective) => new()
    {
        Objective = objective,
        Given = TrialFacts.Words(tally.Given),
        Failed = TrialFacts.Words(tally.Failed),
        Lost = TrialFacts.Words(tally.Given.Concat(tally.Failed)),
        HasStrip = tally.Lost > 0,
        Every = Stride.Of(tally.Ended, IncumbentShape.MostPoints),
        HasPauses = tally.HasPauses,
        HasLowErrors = tally.Study.Incumbent?.Error <= 0,
        IsBelowMinimum = tally.Study.Incumbent?.Error < objective.Minimum,
        IsOver = tally.Study.HasEnded,
        IsResting = IsResting(tally),
        IsEmpty = tally.Ended == 0 && tally.LastEpoch == 0,
    };

    private static CurvesShape CurvesOf(StudyTally tally, ObjectiveFacts objective, int mostCurves) => new()
    {
        Objective = objective,
        Failed = TrialFacts.Words(tally.Failed),
        Every = Stride.Of(tally.Ended, mostCurves),
        HasMarkers = tally.LastEpoch <= 1 || (long)tally.Ended * tally.LastEpoch <= CurvesShape.MostMarkers,
        TickStep = CurvesShape.TickStepFor(tally.LastEpoch),
        Brackets = tally.Study.Brackets,
        HasPauses = tally.HasPauses,
        HasStops = tally.HasStops,
        HasLowErrors = tally.Study.Incumbent?.Error <= 0,
        IsOver = tally.Study.HasEnded,
        IsResting = IsResting(tally),
        IsEmpty = tally.LastEpoch == 0,
    };

    private static TimelineShape TimelineOf(StudyTally tally, int lanes) => new()
    {
        Lanes = lanes,
        IsSeparated = tally.Stretches <= TimelineShape.MostSeparated * lanes,
        Standstills = new(tally.Study.Steering.OfType<StudyPaused>().Select(paused => Format.Seconds(paused.Elapsed))),
        Cut = TrialFacts.Words(tally.Cut),
        Failed = TrialFacts.Words(tally.Failed),
        HasPauses = tally.HasPauses,
        IsOver = tally.Study.HasEnded,
        IsResting = IsResting(tally),
        IsEmpty = tally.Study.Trials.IsEmpty,
    };

    private static bool IsResting(StudyTally tally) => tally.Study.Status == StudyStatus.Paused;
}
