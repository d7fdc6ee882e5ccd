using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Figures.Studies;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Figures.Tests.Studies;

/// <summary>A study told event by event, a second after another.</summary>
internal sealed class Story
{
    public static ObjectiveFacts Branin { get; } = new("value", 0.397887, HasEpochs: false);

    public static ObjectiveFacts Network { get; } = new("validation error", null, HasEpochs: true);

    private double _seconds;

    public StudySnapshot Study { get; private set; } = StudySnapshot.Empty;

    public ObjectiveFacts Objective { get; init; } = Network;

    public StudySight Sight => new(Study, Objective, Workers: 2, Study.Elapsed);

    public FigureDescription Incumbent => StudyFigures.Incumbent(Sight, Styles.Light);

    public FigureDescription Curves => StudyFigures.Curves(Sight, Styles.Light)!;

    public FigureDescription Timeline => StudyFigures.Timeline(Sight, Styles.Light);

    public static Story Begin(params int[] rungs) =>
        new Story().And(at => new StudyStarted(at, DateTimeOffset.UnixEpoch, rungs.Length == 0 ? [] : [new Bracket([.. rungs])]));

    public static Story OfBranin() => new Story { Objective = Branin }.And(at => new StudyStarted(at, DateTimeOffset.UnixEpoch));

    public Story And(Func<TimeSpan, StudyEvent> happens)
    {
        Study = Study.Apply(new LoggedEvent<StudyEvent>(Study.Sequence + 1, happens(TimeSpan.FromSeconds(_seconds++))));
        return this;
    }

    /// <summary>A trial starts on a worker and reports.</summary>
    public Story Trial(int worker, params double[] errors) => Start(worker).Reports(Study.Trials.Count - 1, errors);

    public Story Start(int worker, string reason = "drawn at random") =>
        And(at => new TrialStarted(at, Study.Trials.Count, new Configuration(("learning_rate", 0.1), ("kind", "a<b>")), reason, worker));

    public Story Reports(int trial, params double[] errors)
    {
        foreach (var error in errors)
            And(at => new EpochReported(at, trial, Study.Trials[trial].Epochs + 1, error, TimeSpan.FromSeconds(1)));
        return this;
    }

    public Story Pauses(int trial) => And(at => new TrialPaused(at, trial, TimeSpan.FromSeconds(1), "others look better"));

    public Story Resumes(int trial, int worker) => And(at => new TrialResumed(at, trial, "its turn again", worker));

    public Story Loses(int trial) => And(at => new TrialLost(at, trial, TimeSpan.FromSeconds(1), "node 7 does not answer."));

    public Story Ends(int trial, TrialStatus status = TrialStatus.Completed) => And(at => new TrialEnded(at, trial, status, TimeSpan.FromSeconds(1), null));

    public Story StandsStill() => And(at => new PauseRequested(at)).And(at => new StudyPaused(at)).And(at => new StudyContinued(at));

    public Story Over(StudyOutcome outcome = StudyOutcome.Completed) => And(at => new StudyEnded(at, outcome, "done"));
}
