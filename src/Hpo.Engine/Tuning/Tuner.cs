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
    private const string NotRunning = "The study is not running.";

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
    public Configuration? Incumbent => _coordinator?.ReadBooks(books => books.Incumbent);

    /// <summary>The smallest error so far; null before the first.</summary>
    public double? IncumbentError => _coordinator?.ReadBooks(books => books.IncumbentError);

    /// <summary>The incumbent's error after each finished trial, in the order of <see cref="Records"/>.</summary>
    public IReadOnlyList<double?> IncumbentTrajectory => ReadList(books => books.IncumbentTrajectory);

    /// <summary>The summed runtime of all finished trials, after each of them.</summary>
    public IReadOnlyList<TimeSpan> CumulativeRuntime => ReadList(books => books.CumulativeRuntime);

    /// <summary>The summed runtime of all finished trials.</summary>
    public TimeSpan CurrentRuntime => _coordinator?.ReadBooks(books => books.CurrentRuntime) ?? TimeSpan.Zero;

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
    /// <param name="numberOfTrials">How many trials were asked for at the beginning; what the history says about a change of it counts, and so does a change of workers.</param>
    /// <param name="cancellationToken">As for <see cref="Run(int, CancellationToken)"/>.</param>
    /// <exception cref="CannotResumeException">The searcher and the scheduler do not decide as they did; no event was emitted.</exception>
    /// <exception cref="InvalidOperationException">The tuner has run before.</exception>
    public void Resume(IReadOnlyList<StudyEvent> history, int numberOfTrials, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(numberOfTrials, 1);
        Run(numberOfTrials, history, cancellationToken);
    }

    /// <summary>
    /// Starts no more trials and lets the running ones come to their end. This and all that follows may be called from any thread; before and after a
    /// run it does nothing.
    /// </summary>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? RequestStop() => _coordinator is { } coordinator ? coordinator.Steering.RequestStop() : NotRunning;

    /// <summary>Takes <see cref="RequestStop"/> back, as long as trials are running.</summary>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? WithdrawStop() => Steer(steering => steering.WithdrawStop());

    /// <summary>Ends the run, running trials included.</summary>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? Cancel() => _coordinator is { } coordinator ? coordinator.Steering.Cancel() : NotRunning;

    /// <summary>
    /// Begins nothing new and lets running trials rest at the end of their epochs, without giving up what they hold. When all do, the time of the study
    /// stands still; neither its time limit nor that of a trial goes on.
    /// </summary>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? Pause() => Steer(steering => steering.Pause());

    /// <summary>Goes on after <see cref="Pause"/>.</summary>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? GoOn() => Steer(steering => steering.GoOn());

    /// <summary>Changes the number of trials.</summary>
    /// <param name="trials">How many in all, not fewer than have been started or enqueued.</param>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? SetNumberOfTrials(int trials) => Steer(steering => steering.SetNumberOfTrials(trials));

    /// <summary>Changes how many trials may run at the same time. When there are fewer, those too many come to their end.</summary>
    /// <param name="workers">At least 1.</param>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? SetWorkers(int workers) => Steer(steering => steering.SetWorkers(workers));

    /// <summary>
    /// Has a configuration tried before anything else that is new, as soon as the scheduler can take it; population-based training can when a population
    /// begins. It takes the place of a trial that was left; when none was, there is one more.
    /// </summary>
    /// <param name="configuration">The configuration, which belongs to the space of the study.</param>
    /// <param name="number">Its number, for <see cref="Withdraw"/>.</param>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? Enqueue(Configuration configuration, out int number)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var given = 0;
        var refusal = Steer(steering => steering.Enqueue(configuration, out given));
        number = given;
        return refusal;
    }

    /// <summary>Takes an enqueued configuration back that has not been started, and the trial that was added for it.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? Withdraw(int number) => Steer(steering => steering.Withdraw(number));

    /// <summary>
    /// Ends one trial: its last error counts as if the scheduler had stopped it, and if it has none, it is cancelled. The scheduler learns that it
    /// will not report any more.
    /// </summary>
    /// <param name="trialId">Its number.</param>
    /// <returns>Null when it was done; otherwise why not, in words.</returns>
    public string? StopTrial(int trialId) => Steer(steering => steering.StopTrial(trialId));

    /// <summary>Ends the run because the process ends: running trials are marked as interrupted. May be called from any thread.</summary>
    public void Interrupt() => _coordinator?.Interrupt();

    /// <summary>Runs trials until there are no more, or the run has ended; no trial is running afterwards.</summary>
    private protected abstract void RunTrials(Coordinator coordinator, CancellationToken cancellationToken);

    /// <summary>Why a run can only be stopped and cancelled; null when it can be steered.</summary>
    private protected virtual string? CannotBeSteered => null;

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
        using (cancellationToken.Register(() => Cancel()))
            RunTrials(coordinator, cancellationToken);

        coordinator.Finish();
    }

    private string? Steer(Func<Steering, string?> action) =>
        _coordinator is { } coordinator ? CannotBeSteered ?? action(coordinator.Steering) : NotRunning;

    private IReadOnlyList<T> ReadList<T>(Func<Bookkeeping, IReadOnlyList<T>> list) =>
        _coordinator?.ReadBooks<IReadOnlyList<T>>(books => [.. list(books)]) ?? [];
}
