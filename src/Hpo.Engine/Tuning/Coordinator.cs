using System.Globalization;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// The rules of a run, whatever its clock: workers fetch trials and report, others end the run. One thread at a time gets in, so that the
/// scheduler, the books and the events see one thing after the other. Nothing here waits for anything to happen: that is left to whoever has the
/// workers.
/// </summary>
internal sealed class Coordinator
{
    private readonly TunerOptions _options;
    private readonly RunState _state;
    private readonly Dispatcher _dispatcher;

    public Coordinator(
        HpoScheduler scheduler,
        TunerOptions options,
        int numberOfTrials,
        int maxEpochs,
        Action<StudyEvent>? onEvent,
        TimeProvider time,
        ICheckpointStore checkpoints)
    {
        _options = options;
        MaxEpochs = maxEpochs;
        _state = new RunState(scheduler, options, new TrialPlan(scheduler, numberOfTrials), onEvent, time, checkpoints);
        _dispatcher = new Dispatcher(_state);
        Attempts = new Attempts(_state, new ReportHandler(_state, maxEpochs), options.Seed, maxEpochs);
        Steering = new Steering(_state);
        Endings = new TrialEndings(_state, options.TrialTimeout);
    }

    /// <summary>Held while anything is done here; pulsed when the run ends, or a person has changed something.</summary>
    public object SyncRoot => _state.SyncRoot;

    /// <summary>Called, with the lock held, whenever a worker that was told to wait may have work.</summary>
    public Action? OnChanged
    {
        set => _state.OnChanged = value;
    }

    /// <summary>What people do to the study.</summary>
    public Steering Steering { get; }

    /// <summary>What happens to the attempts at trials.</summary>
    public Attempts Attempts { get; }

    /// <summary>How attempts end that do not end with a report.</summary>
    public TrialEndings Endings { get; }

    /// <summary>The number of epochs of a full evaluation.</summary>
    public int MaxEpochs { get; }

    /// <summary>The clock of the run.</summary>
    public TimeProvider Time => _state.Time;

    /// <summary>The time of the study, which is not that of the clock.</summary>
    public StudyClock StudyTime => _state.Clock;

    /// <summary>How many workers there are to be: no more than trials, because the others would never have anything to run.</summary>
    public int Workers => Read(static state => Math.Min(state.Workers, state.Plan.NumberOfTrials));

    /// <summary>How often something has happened after which a worker that was told to wait may have work.</summary>
    public long Changes => Read(static state => state.Changes);

    /// <summary>Whether the run was ended before all trials were.</summary>
    public bool IsEnding => Read(static state => state.Ending is not null);

    /// <summary>Whether a person asked to start no more trials.</summary>
    public bool IsStopRequested => Read(static state => state.IsStopRequested);

    /// <summary>Reads the books while no worker writes them.</summary>
    public T ReadBooks<T>(Func<Bookkeeping, T> read) => Read(state => read(state.Books));

    /// <summary>Emits the first event.</summary>
    public void Begin()
    {
        lock (SyncRoot)
        {
            var brackets = _state.Scheduler.Brackets;
            _state.Emit(new StudyStarted(TimeSpan.Zero, Time.GetUtcNow(), brackets.Count > 0 ? brackets : null));
        }
    }

    /// <summary>Goes on where an interrupted run ended, and says so.</summary>
    /// <param name="history">All its events.</param>
    /// <exception cref="CannotResumeException">The scheduler does not decide as it did.</exception>
    public void Resume(IReadOnlyList<StudyEvent> history)
    {
        lock (SyncRoot)
        {
            new StudyReplay(_state, MaxEpochs).Run(history);
            _state.Clock.GoOnFrom(history.Count > 0 ? history[^1].Elapsed : TimeSpan.Zero);
            _state.Emit(new StudyResumed(_state.Elapsed, Time.GetUtcNow()));
            if (!history.OfType<StudyStarted>().Any())
                Begin();
            foreach (var trial in _state.Active.Values.Where(trial => trial.State == TrialState.Stopping).OrderBy(trial => trial.Id).ToList())
                _state.EndByHand(trial);
            _state.EndIfTargetReached();
        }
    }

    /// <summary>Ends the run because there is nothing left to run; from now on nobody can change that.</summary>
    public void Conclude()
    {
        lock (SyncRoot)
        {
            if (_state.IsStopRequested)
                _state.EndNow(StudyOutcome.Stopped, "Stopped on request; running trials came to their end.");
            else if (_state.Plan.Started < _state.Plan.NumberOfTrials && _state.Exhausted is { } reason)
                _state.EndNow(StudyOutcome.Exhausted, reason);
            else
                _state.EndNow(StudyOutcome.Completed, AllHaveRun(_state.Plan.NumberOfTrials));
        }
    }

    private static string AllHaveRun(int trials) => trials == 1 ? "Its one trial has run." : string.Create(CultureInfo.InvariantCulture, $"All {trials:N0} trials have run.");

    /// <summary>Emits the last event, and throws what the scheduler or a listener threw.</summary>
    public void Finish()
    {
        lock (SyncRoot)
        {
            Conclude();
            var (outcome, _) = _state.Ending!.Value;
            // an interrupted study may go on, and its paused trials with it
            if (outcome != StudyOutcome.Interrupted)
                Endings.EndPaused();
        }

        // before anybody hears of the end, after which nothing is left to come
        _state.Checkpoints.Sweep();
        lock (SyncRoot)
        {
            var (outcome, why) = _state.Ending!.Value;
            _state.Emit(new StudyEnded(_state.Elapsed, outcome, why));
        }

        _state.Failure?.Throw();
    }

    /// <summary>Ends the run when its time is used up; the time of a pause is not.</summary>
    public void LimitTime(TimeSpan limit)
    {
        lock (SyncRoot)
            _state.Clock.Limit(limit, EndAtTimeLimit);
    }

    /// <summary>Ends the run because the time given is used up, running trials included.</summary>
    public void EndAtTimeLimit() =>
        EndNow(StudyOutcome.TimeLimit, $"The time limit of {_options.TimeLimit!.Value.TotalSeconds:0.###} s was reached.");

    /// <summary>Ends the run, running trials included; the first caller's reason stands.</summary>
    public void EndNow(StudyOutcome outcome, string reason) => _state.EndNow(outcome, reason);

    /// <summary>Ends the run because the process ends.</summary>
    public void Interrupt()
    {
        lock (SyncRoot)
        {
            var doing = _state.IsPauseRequested ? "paused" : "running";
            _state.EndNow(StudyOutcome.Interrupted, $"The program ended while the study was {doing}.");
        }
    }

    /// <summary>Ends the run because something threw that must not.</summary>
    public void Fail(Exception exception) => _state.Fail(exception);

    /// <summary>Decides what a worker does next. A trial that it is to run is begun with <see cref="Attempts.Begin"/>.</summary>
    /// <param name="worker">The worker, which is free.</param>
    public WorkerOrder Next(int worker)
    {
        lock (SyncRoot)
        {
            try
            {
                return _dispatcher.Next(worker);
            }
            catch (Exception exception)
            {
                _state.Fail(exception);
                return new WorkerOrder.Leave();
            }
        }
    }

    /// <summary>Does a searcher's work. It takes long: called without the lock.</summary>
    public void Suggest(PendingSuggestion suggestion)
    {
        try
        {
            var began = Time.GetTimestamp();
            var made = suggestion.Work();
            lock (SyncRoot)
                _dispatcher.Suggested(suggestion, made, Time.GetElapsedTime(began));
        }
        catch (Exception exception)
        {
            _state.Fail(exception);
        }
    }

    /// <summary>A worker leaves; what it was to do is done by another.</summary>
    public void Leave(int worker)
    {
        lock (SyncRoot)
            _dispatcher.Leave(worker);
    }

    /// <summary>
    /// The run has ended before what a worker was assigned was begun: a new trial is taken back, as if it had never been decided on, and a paused
    /// one stays paused.
    /// </summary>
    public void TakeBack(Assignment assignment)
    {
        lock (SyncRoot)
        {
            if (!assignment.IsResumed)
                _state.TakeBack(assignment.Trial);
        }
    }

    private T Read<T>(Func<RunState, T> read)
    {
        lock (SyncRoot)
            return read(_state);
    }
}
