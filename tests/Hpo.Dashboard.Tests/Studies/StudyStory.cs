using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Tests.Studies;

/// <summary>Tells a study event by event, a second apart, and shows it as it stands. What is asserted about pages went through the real fold.</summary>
internal sealed class StudyStory
{
    public static readonly StudyDefinition Definition = new()
    {
        Name = "A small study",
        Objective = new("puppet"),
        Space = new(
            ("learning_rate", new LogUniform(0.001, 1)),
            ("batch_size", new RandInt(16, 257)),
            ("optimizer", new Choice("sgd", "adam"))),
        InitialConfigurations = [Configuration(0.01, 128, "sgd")],
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(Trials: 20),
        MaxEpochs = 3,
        Seed = 42,
    };

    private int _trials;

    public StudySnapshot Study { get; private set; } = StudySnapshot.Empty;

    public static Configuration Configuration(double learningRate, int batchSize = 128, string optimizer = "sgd") =>
        new(("learning_rate", learningRate), ("batch_size", batchSize), ("optimizer", optimizer));

    /// <summary>A study that runs.</summary>
    public static StudyStory Begin() => new StudyStory().Happens(elapsed => new StudyStarted(elapsed, DateTimeOffset.UnixEpoch));

    /// <summary>A study that runs, with a scheduler that has rungs.</summary>
    public static StudyStory BeginWith(params Bracket[] brackets) =>
        new StudyStory().Happens(elapsed => new StudyStarted(elapsed, DateTimeOffset.UnixEpoch, brackets));

    public StudyStory Starts(double learningRate, int batchSize = 128, string optimizer = "sgd", string reason = "drawn at random", int? parent = null) =>
        Happens(elapsed => new TrialStarted(elapsed, _trials++, Configuration(learningRate, batchSize, optimizer), reason, 0, parent));

    public StudyStory Reports(int trial, int epoch, double error) =>
        Happens(elapsed => new EpochReported(elapsed, trial, epoch, error, TimeSpan.FromSeconds(epoch)));

    /// <summary>Reports an error after a rung's epochs, and what was decided there.</summary>
    public StudyStory Reaches(int trial, int epoch, double error, int of = 1, double? cutOff = null, string? reason = null, int bracket = 0) =>
        Reports(trial, epoch, error).Happens(elapsed => new RungReached(elapsed, trial, new RungStanding(bracket, epoch, 1, of, cutOff), reason));

    public StudyStory Ends(int trial, TrialStatus status = TrialStatus.Completed, string? reason = null) =>
        Happens(elapsed => new TrialEnded(elapsed, trial, status, TimeSpan.FromSeconds(3), reason));

    public StudyStory Pauses(int trial, string reason = "rank 2 of 3") =>
        Happens(elapsed => new TrialPaused(elapsed, trial, TimeSpan.FromSeconds(1), reason));

    public StudyStory Resumes(int trial, string reason = "rank 1 of 3", int worker = 0) => Happens(elapsed => new TrialResumed(elapsed, trial, reason, worker));

    public StudyStory IsAskedToStop() => Happens(elapsed => new StopRequested(elapsed));

    public StudyStory IsAskedToPause() => Happens(elapsed => new PauseRequested(elapsed));

    public StudyStory Rests() => Happens(elapsed => new StudyPaused(elapsed));

    public StudyStory HasTrials(int trials) => Happens(elapsed => new NumberOfTrialsChanged(elapsed, trials));

    public StudyStory IsOver(StudyOutcome outcome, string reason) => Happens(elapsed => new StudyEnded(elapsed, outcome, reason));

    /// <summary>A trial from its start to its end.</summary>
    public StudyStory Tries(double learningRate, double error, int batchSize = 128, string optimizer = "sgd") =>
        Starts(learningRate, batchSize, optimizer).Reports(_trials - 1, 1, error).Ends(_trials - 1);

    public StudyStory Fails(double learningRate, TrialStatus status, string reason) =>
        Starts(learningRate).Reports(_trials - 1, 1, 0.7).Ends(_trials - 1, status, reason);

    public StudyStory Happens(Func<TimeSpan, StudyEvent> next)
    {
        Study = Study.Apply(new LoggedEvent<StudyEvent>(Study.Sequence + 1, next(TimeSpan.FromSeconds(Study.Sequence))));
        return this;
    }
}
