using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Runs trials on N workers and keeps the books (the chapter's <c>HPOTuner</c>). Each worker is a thread of its own, not one of the
/// thread pool, and below normal priority, so that a web server in the same process stays responsive. A tuner runs once.
/// </summary>
public sealed class HpoTuner
{
    private readonly HpoScheduler _scheduler;
    private readonly TunerOptions _options;
    private readonly int _maxEpochs;
    private readonly Action<StudyEvent>? _onEvent;
    private readonly TimeProvider _time;
    private readonly IExecutor _executor;
    private Coordinator? _coordinator;

    /// <summary>Prepares a run.</summary>
    /// <param name="scheduler">Decides what runs.</param>
    /// <param name="objective">What is minimised.</param>
    /// <param name="options">How it runs; null for one worker and no limits.</param>
    /// <param name="onEvent">Told of every event, in order and one at a time; it must be quick, because all workers wait for it.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="executor">Where trials run; null for this process.</param>
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
        IExecutor? executor = null)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        ArgumentNullException.ThrowIfNull(objective);
        _scheduler = scheduler;
        _options = options ?? new TunerOptions();
        _maxEpochs = _options.MaxEpochs ?? objective.DefaultMaxEpochs;
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Workers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_maxEpochs, 1, nameof(options));
        ThrowIfNotALimit(_options.TimeLimit);
        ThrowIfNotALimit(_options.TrialTimeout);
        if (_options.TargetError is double.NaN)
            throw new ArgumentOutOfRangeException(nameof(options), "The target error is not a number: it would never be reached.");
        if (scheduler.CheckObjective(objective, _maxEpochs) is { Count: > 0 } problems)
            throw new InvalidInputException(problems);
        _onEvent = onEvent;
        _time = time ?? TimeProvider.System;
        _executor = executor ?? new LocalExecutor(objective);
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
        using var coordinator = new Coordinator(_scheduler, _options, numberOfTrials, _maxEpochs, _onEvent, _time);
        if (Interlocked.CompareExchange(ref _coordinator, coordinator, null) is not null)
            throw new InvalidOperationException("A tuner runs once: make a new one.");
        // no more workers than trials: the others would never have anything to run
        var workers = Math.Min(_options.Workers, numberOfTrials);
        coordinator.Begin(workers);
        using (cancellationToken.Register(Cancel))
        using (TimeLimitTimer(coordinator))
            RunWorkers(coordinator, workers);
        coordinator.Finish();
    }

    /// <summary>Starts no more trials and lets the running ones come to their end. May be called from any thread; before and after a run it does nothing.</summary>
    public void RequestStop() => _coordinator?.RequestStop();

    /// <summary>Ends the run, running trials included, within an epoch's step. May be called from any thread; before and after a run it does nothing.</summary>
    public void Cancel() => _coordinator?.EndNow(StudyOutcome.Cancelled, "Cancelled, running trials included.");

    /// <summary>Ends the run because the process ends: running trials are marked as interrupted. May be called from any thread.</summary>
    public void Interrupt() => _coordinator?.EndNow(StudyOutcome.Interrupted, "The program ended while the study was running.");

    private static void ThrowIfNotALimit(TimeSpan? limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit ?? TunerOptions.LongestLimit, TimeSpan.Zero, "options");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit ?? TimeSpan.Zero, TunerOptions.LongestLimit, "options");
    }

    private IReadOnlyList<T> ReadList<T>(Func<Bookkeeping, IReadOnlyList<T>> list) =>
        _coordinator?.Read<IReadOnlyList<T>>(books => [.. list(books)]) ?? [];

    private ITimer? TimeLimitTimer(Coordinator coordinator) => _options.TimeLimit is { } limit
        ? _time.CreateTimer(
            _ => coordinator.EndNow(StudyOutcome.TimeLimit, $"The time limit of {limit.TotalSeconds:0.###} s was reached."),
            null, limit, Timeout.InfiniteTimeSpan)
        : null;

    private void RunWorkers(Coordinator coordinator, int workers)
    {
        var threads = Enumerable.Range(0, workers).Select(worker => new Thread(() => Work(coordinator, worker))
        {
            IsBackground = true,
            Name = $"trial worker {worker}",
        }).ToList();
        threads.ForEach(thread => thread.Start());
        coordinator.CancelTrialsWhenEnded();
        threads.ForEach(thread => thread.Join());
    }

    private void Work(Coordinator coordinator, int worker)
    {
        BackgroundPriority.Enter();
        while (coordinator.NextTrial(worker) is { } trial)
            Evaluate(coordinator, trial);
        coordinator.WorkerLeft();
    }

    private void Evaluate(Coordinator coordinator, ActiveTrial trial)
    {
        var seed = RandomStream.DeriveSeed(_options.Seed, trial.Id, "evaluation");
        var request = new EvaluationRequest(trial.Id, trial.Configuration, seed, _maxEpochs, trial.Checkpoint);
        using var timeout = TrialTimeout(trial);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(coordinator.TrialsCancelled, timeout?.Token ?? default);
        try
        {
            var verdict = default(Verdict);
            var checkpoint = _executor.Execute(
                request, (epoch, error) => verdict = coordinator.Report(trial, epoch, error), cancelled.Token);
            if (checkpoint is not null && verdict.Kind == VerdictKind.Pause)
                coordinator.Pause(trial, checkpoint, verdict.Reason ?? "");
            else
                coordinator.EndFailed(trial, TrialStatus.Failed, "The evaluation returned before its last epoch.");
        }
        catch (OperationCanceledException) when (coordinator.IsEnding)
        {
            coordinator.EndCancelled(trial);
        }
        catch (OperationCanceledException) when (timeout?.IsCancellationRequested == true)
        {
            coordinator.EndFailed(trial, TrialStatus.TimedOut, $"It took longer than {_options.TrialTimeout!.Value.TotalSeconds:0.###} s.");
        }
        catch (Exception exception)
        {
            coordinator.EndFailed(trial, TrialStatus.Failed, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private CancellationTokenSource? TrialTimeout(ActiveTrial trial)
    {
        if (_options.TrialTimeout is not { } limit)
            return null;
        var left = limit - trial.RuntimeBefore;
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
    }
}
