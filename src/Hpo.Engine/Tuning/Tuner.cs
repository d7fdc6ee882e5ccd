using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Runs trials on N workers and keeps the books (the chapter's <c>HPOTuner</c>), by the same rules whether its clock is real or simulated. A tuner
/// runs once.
/// </summary>
public abstract class Tuner
{
    private readonly HpoScheduler _scheduler;
    private readonly TunerOptions _options;
    private readonly int _maxEpochs;
    private readonly Action<StudyEvent>? _onEvent;
    private readonly TimeProvider _time;
    private readonly ICheckpointStore _checkpoints;
    private Coordinator? _coordinator;

    /// <summary>Checks everything and prepares a run.</summary>
    private protected Tuner(
        HpoScheduler scheduler, Objective objective, TunerOptions options, Action<StudyEvent>? onEvent, TimeProvider time, ICheckpointStore? checkpoints = null)
    {
        _checkpoints = checkpoints ?? new MemoryCheckpoints();
        _maxEpochs = TunerChecks.Require(scheduler, objective, options);
        _scheduler = scheduler;
        _options = options;
        _onEvent = onEvent;
        _time = time;
    }

    /// <summary>The configuration with the smallest error so far; null before the first.</summary>
    public Configuration? Incumbent => _coordinator?.Read(books => books.Incumbent);

    /// <summary>The smallest error so far; null before the first.</summary>
    public double? IncumbentError => _coordinator?.Read(books => books.IncumbentError);

    /// <summary>The incumbent's error after each finished trial, in the order of <see cref="Records"/>.</summary>
    public IReadOnlyList<double?> IncumbentTrajectory => ReadList(books => books.IncumbentTrajectory);

    /// <summary>The summed runtime of all finished trials, after each of them.</summary>
    public IReadOnlyList<TimeSpan> CumulativeRuntime => ReadList(books => books.CumulativeRuntime);

    /// <summary>The summed runtime of all finished trials.</summary>
    public TimeSpan CurrentRuntime => _coordinator?.Read(books => books.CurrentRuntime) ?? TimeSpan.Zero;

    /// <summary>The finished trials, in the order in which they finished.</summary>
    public IReadOnlyList<TrialRecord> Records => ReadList(books => books.Records);

    /// <summary>Runs trials until there are as many as asked for, or a limit of the options is reached. Returns when all have ended.</summary>
    /// <param name="numberOfTrials">How many, at least 1.</param>
    /// <param name="cancellationToken">Ends the run, running trials included, within an epoch's step; no exception is thrown.</param>
    /// <exception cref="InvalidOperationException">The tuner has run before.</exception>
    public void Run(int numberOfTrials, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numberOfTrials, 1);
        Run(numberOfTrials, null, cancellationToken);
    }

    /// <summary>
    /// Goes on with a study that was interrupted, as if it had not been: the searcher and the scheduler, which have just been made as they were made
    /// then, are told all that happened, trials that were running are run again under their numbers, and trials are started until there are as
    /// many as asked for. The first event is <see cref="StudyResumed"/>, and elapsed time goes on from the last one of the history. With
    /// one worker, the same trials follow as if there had been no interruption. Returns when all have ended.
    /// </summary>
    /// <param name="history">All events of the study so far, in order, those of earlier interruptions and resumptions included.</param>
    /// <param name="numberOfTrials">How many trials, those of the history included.</param>
    /// <param name="cancellationToken">As for <see cref="Run(int, CancellationToken)"/>.</param>
    /// <exception cref="CannotResumeException">The searcher and the scheduler do not decide as they did; no event was emitted.</exception>
    /// <exception cref="InvalidOperationException">The tuner has run before.</exception>
    public void Resume(IReadOnlyList<StudyEvent> history, int numberOfTrials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(numberOfTrials, 1);
        Run(numberOfTrials, history, cancellationToken);
    }

    /// <summary>Starts no more trials and lets the running ones come to their end. May be called from any thread; before and after a run it does nothing.</summary>
    public void RequestStop() => _coordinator?.RequestStop();

    /// <summary>Ends the run, running trials included. May be called from any thread; before and after a run it does nothing.</summary>
    public void Cancel() => _coordinator?.Cancel();

    /// <summary>Ends the run because the process ends: running trials are marked as interrupted. May be called from any thread.</summary>
    public void Interrupt() => _coordinator?.EndNow(StudyOutcome.Interrupted, "The program ended while the study was running.");

    /// <summary>Runs trials until there are no more, or the run has ended; no trial is running afterwards.</summary>
    private protected abstract void RunTrials(Coordinator coordinator, int workers, CancellationToken cancellationToken);

    /// <summary>Whether a run that goes on computes everything again, because that takes next to no time.</summary>
    private protected virtual bool RepeatsWhenResumed => false;

    private void Run(int numberOfTrials, IReadOnlyList<StudyEvent>? history, CancellationToken cancellationToken)
    {
        var onEvent = history is not null && RepeatsWhenResumed ? new RepeatedEvents(history, _onEvent, _time.GetUtcNow()).Take : _onEvent;
        var coordinator = new Coordinator(_scheduler, _options, numberOfTrials, _maxEpochs, onEvent, _time, _checkpoints);
        if (Interlocked.CompareExchange(ref _coordinator, coordinator, null) is not null)
            throw new InvalidOperationException("A tuner runs once: make a new one.");
        if (history is null || RepeatsWhenResumed)
            coordinator.Begin();
        else
            coordinator.Resume(history);
        using (cancellationToken.Register(Cancel))
        {
            // no more workers than trials: the others would never have anything to run
            RunTrials(coordinator, Math.Min(_options.Workers, numberOfTrials), cancellationToken);
        }

        coordinator.Finish();
    }

    private IReadOnlyList<T> ReadList<T>(Func<Bookkeeping, IReadOnlyList<T>> list) =>
        _coordinator?.Read<IReadOnlyList<T>>(books => [.. list(books)]) ?? [];
}
