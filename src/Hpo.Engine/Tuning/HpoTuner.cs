using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Runs trials in real time on N workers (the chapter's <c>HPOTuner</c>), wherever the executor runs them: a worker is leave to run one trial and no thread.
/// Decisions are made below normal priority and not on the thread pool, so that a web server in the same process stays responsive; so are trials that run here.
/// </summary>
public sealed class HpoTuner : Tuner
{
    private readonly TunerOptions _options;
    private readonly IExecutor _executor;

    /// <summary>Prepares a run.</summary>
    /// <param name="scheduler">Decides what runs.</param>
    /// <param name="objective">What is minimised.</param>
    /// <param name="options">How it runs; null for one worker and no limits.</param>
    /// <param name="onEvent">Told of every event, in order and one at a time; it must be quick, because all workers wait for it.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="executor">Where trials run; null for this process.</param>
    /// <param name="checkpoints">Where the checkpoints of paused trials are kept; null for the memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number of workers or epochs is below 1, a limit of time is not above zero or exceeds <see cref="TunerOptions.LongestLimit"/>,
    /// or the target error is not a number.
    /// </exception>
    /// <exception cref="InvalidInputException">The scheduler cannot run the objective: it has no epochs or no checkpoints, say.</exception>
    public HpoTuner(
        HpoScheduler scheduler,
        Objective objective,
        TunerOptions? options = null,
        Action<StudyEvent>? onEvent = null,
        TimeProvider? time = null,
        IExecutor? executor = null,
        ICheckpointStore? checkpoints = null)
        : base(scheduler, objective, options ??= new TunerOptions(), onEvent, time ??= TimeProvider.System, checkpoints)
    {
        _options = options;
        _executor = executor ?? new LocalExecutor(objective);
    }

    private protected override void RunTrials(Coordinator coordinator, CancellationToken cancellationToken)
    {
        using var clock = coordinator.StudyTime;
        if (_options.TimeLimit is { } limit)
            coordinator.LimitTime(limit);
        using var run = new RealTimeRun(coordinator, _executor, _options.TrialTimeout);
        run.Run();
    }
}
