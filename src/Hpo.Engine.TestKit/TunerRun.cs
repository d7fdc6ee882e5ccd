using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.TestKit;

/// <summary>A tuner that runs beside the test, which scripts its objective.</summary>
public sealed class TunerRun
{
    private readonly Task _task;

    private TunerRun(HpoTuner tuner, EventRecorder events, Task task)
    {
        Tuner = tuner;
        Events = events;
        _task = task;
    }

    public HpoTuner Tuner { get; }

    public EventRecorder Events { get; }

    public StudyEnded Ended => Assert.Single(Events.Of<StudyEnded>());

    public static TunerRun Start(
        HpoSearcher searcher, Objective objective, int trials, TunerOptions? options = null, TimeProvider? time = null, CancellationToken cancel = default) =>
        Start(new BasicScheduler(searcher), objective, trials, options, time, cancel);

    public static TunerRun Start(
        HpoScheduler scheduler, Objective objective, int trials, TunerOptions? options = null, TimeProvider? time = null, CancellationToken cancel = default)
    {
        var events = new EventRecorder();
        var tuner = new HpoTuner(scheduler, objective, options, events.Add, time);
        // a thread of its own, because it is blocked for as long as the tuner runs
        return new(tuner, events, Task.Factory.StartNew(
            () => tuner.Run(trials, cancel), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Waits for the end of the run and throws what it threw.</summary>
    public void Finish() => Patience.Await(_task, "the end of the run");

    public TrialStatus StatusOf(int trialId) => Tuner.Records.Single(record => record.TrialId == trialId).Status;
}
