using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>
/// The rules of a run, whatever its clock: workers fetch trials and report, others end the run. One thread at a time gets in, so that the
/// scheduler, the books and the events see one thing after the other. Nothing here waits for anything to happen: that is left to whoever has the
/// workers.
/// </summary>
internal sealed class Coordinator
{
    private readonly TunerOptions _options;
    private readonly int _numberOfTrials;
    private readonly RunState _state;
    private readonly Dispatcher _dispatcher;
    private readonly Referee _referee;

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
        _numberOfTrials = numberOfTrials;
        MaxEpochs = maxEpochs;
        _state = new RunState(scheduler, options, onEvent, time, checkpoints);
        _dispatcher = new Dispatcher(_state, numberOfTrials);
        _referee = new Referee(_state, maxEpochs);
    }

    /// <summary>Held while anything is done here; pulsed whenever a worker that was told to wait may have work.</summary>
    public object Gate => _state.Gate;

    /// <summary>The number of epochs of a full evaluation.</summary>
    public int MaxEpochs { get; }

    /// <summary>The clock of the run.</summary>
    public TimeProvider Time => _state.Time;

    /// <summary>How long the run had lasted when it was interrupted; zero if it was not.</summary>
    public TimeSpan ElapsedBefore { get; private set; }

    /// <summary>How often something has happened after which a worker that was told to wait may have work.</summary>
    public long Changes
    {
        get
        {
            lock (Gate)
                return _state.Changes;
        }
    }

    /// <summary>Whether the run was ended before all trials were.</summary>
    public bool IsEnding
    {
        get
        {
            lock (Gate)
                return _state.Ending is not null;
        }
    }

    /// <summary>Whether a person asked to start no more trials.</summary>
    public bool IsStopRequested
    {
        get
        {
            lock (Gate)
                return _state.IsStopRequested;
        }
    }

    /// <summary>Reads the books while no worker writes them.</summary>
    public T Read<T>(Func<Bookkeeping, T> read)
    {
        lock (Gate)
            return read(_state.Books);
    }

    /// <summary>Emits the first event.</summary>
    public void Begin()
    {
        lock (Gate)
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
        lock (Gate)
        {
            new StudyReplay(_state, _numberOfTrials, MaxEpochs).Run(history);
            ElapsedBefore = history.Count > 0 ? history[^1].Elapsed : TimeSpan.Zero;
            _state.GoOnFrom(ElapsedBefore);
            _state.Emit(new StudyResumed(_state.Elapsed, Time.GetUtcNow()));
            if (!history.OfType<StudyStarted>().Any())
                Begin();
            _state.EndIfTargetReached();
        }
    }

    /// <summary>Emits the last event, and throws what the scheduler or a listener threw.</summary>
    public void Finish()
    {
        lock (Gate)
        {
            if (_state.IsStopRequested)
                _state.EndNow(StudyOutcome.Stopped, "Stopped on request; running trials came to their end.");
            else if (_state.Started < _numberOfTrials && _state.Exhausted is { } reason)
                _state.EndNow(StudyOutcome.Exhausted, reason);
            else
                _state.EndNow(StudyOutcome.Completed, $"All {_numberOfTrials} trials have run.");
            var (outcome, why) = _state.Ending!.Value;
            // an interrupted study may go on, and its paused trials with it
            if (outcome != StudyOutcome.Interrupted)
                EndPaused();
            _state.Emit(new StudyEnded(_state.Elapsed, outcome, why));
        }

        _state.Failure?.Throw();
    }

    /// <summary>Starts no more trials; the running ones come to their end.</summary>
    public void RequestStop()
    {
        lock (Gate)
        {
            if (_state.IsStopRequested || _state.Ending is not null)
                return;
            _state.IsStopRequested = true;
            _state.Emit(new StopRequested(_state.Elapsed));
            _state.Changed();
        }
    }

    /// <summary>Ends the run because a person wants it to, running trials included.</summary>
    public void Cancel() => EndNow(StudyOutcome.Cancelled, "Cancelled, running trials included.");

    /// <summary>Ends the run because the time given is used up, running trials included.</summary>
    public void EndAtTimeLimit() =>
        EndNow(StudyOutcome.TimeLimit, $"The time limit of {_options.TimeLimit!.Value.TotalSeconds:0.###} s was reached.");

    /// <summary>Ends the run, running trials included; the first caller's reason stands.</summary>
    public void EndNow(StudyOutcome outcome, string reason) => _state.EndNow(outcome, reason);

    /// <summary>Ends the run because something threw that must not.</summary>
    public void Fail(Exception exception) => _state.Fail(exception);

    /// <summary>Decides what a worker runs next.</summary>
    /// <param name="worker">The worker, which is free.</param>
    /// <param name="assignment">What it runs, to be begun with <see cref="Begin(Assignment, int, TimeSpan)"/>; null when there is nothing.</param>
    /// <returns>False when there is nothing now: ask again after the next change. True with nothing: there will be nothing any more.</returns>
    public bool TryAssign(int worker, out Assignment? assignment)
    {
        lock (Gate)
        {
            try
            {
                return _dispatcher.TryAssign(worker, out assignment);
            }
            catch (Exception exception)
            {
                _state.Fail(exception);
                assignment = null;
                return true;
            }
        }
    }

    /// <summary>A worker begins what it was assigned.</summary>
    /// <param name="assignment">What it runs.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="decisionTime">What the decision took; it counts as the trial's runtime.</param>
    public void Begin(Assignment assignment, int worker, TimeSpan decisionTime)
    {
        lock (Gate)
        {
            var trial = assignment.Trial;
            trial.DecisionTime += decisionTime;
            trial.Began = Time.GetTimestamp();
            trial.IsPausing = trial.IsPaused = trial.IsPromised = false;
            _state.Emit(assignment.IsResumed
                ? new TrialResumed(_state.Elapsed, trial.Id, assignment.Reason, worker, _state.Events - assignment.DecidedAfter)
                : new TrialStarted(_state.Elapsed, trial.Id, trial.Configuration, assignment.Reason, worker, assignment.ParentId));
        }
    }

    /// <summary>
    /// The run has ended before what a worker was assigned was begun: a new trial is taken back, as if it had never been decided on, and a paused
    /// one stays paused.
    /// </summary>
    public void TakeBack(Assignment assignment)
    {
        lock (Gate)
        {
            var trial = assignment.Trial;
            trial.IsPromised = false;
            if (assignment.IsResumed)
                return;
            _state.Active.Remove(trial.Id);
            _state.Started--;
            _state.NotifyFailed(trial, TrialStatus.Cancelled);
        }
    }

    /// <summary>All that a trial's evaluation starts from.</summary>
    public EvaluationRequest RequestFor(ActiveTrial trial)
    {
        var checkpoint = trial.CheckpointEpoch > 0 ? _state.Checkpoints.Load(trial.Id, trial.CheckpointEpoch) : null;
        // from the beginning: nothing is reported twice
        if (checkpoint is null)
            trial.KnownEpoch = trial.Epoch;
        return new(trial.Id, trial.Configuration, RandomStream.DeriveSeed(_options.Seed, trial.Id, "evaluation"), MaxEpochs, checkpoint);
    }

    /// <summary>A trial reports its error after an epoch.</summary>
    /// <returns>What becomes of it. Unless it goes on or is paused, it has ended with this call.</returns>
    public Verdict Report(ActiveTrial trial, int epoch, double error)
    {
        lock (Gate)
        {
            if (_state.Ending is not null)
                throw new OperationCanceledException("The study has ended.");
            return _referee.Report(trial, epoch, error);
        }
    }

    /// <summary>A paused trial's checkpoint is saved: from now on it can be resumed.</summary>
    public void Pause(ActiveTrial trial, byte[] checkpoint, string reason)
    {
        // before anybody hears of the pause, and without keeping the others waiting
        var lost = _state.Checkpoints.Save(trial.Id, trial.Epoch, checkpoint);
        lock (Gate)
        {
            trial.EvaluatedBefore = trial.Evaluated(Time);
            trial.CheckpointEpoch = trial.Epoch;
            trial.IsPaused = true;
            if (trial.Error is { } error)
                _state.Books.HandIn(trial.Configuration, error);
            _state.Emit(new TrialPaused(_state.Elapsed, trial.Id, trial.Runtime(Time), lost is null ? reason : $"{reason}; {lost}"));
            _state.EndIfTargetReached();
            _state.Changed();
        }
    }

    /// <summary>The evaluation of a trial came to its end, which is one before the last epoch unless the trial has ended before.</summary>
    public void EndUnfinished(ActiveTrial trial) => EndFailed(trial, TrialStatus.Failed, "The evaluation returned before its last epoch.");

    /// <summary>The evaluation of a trial threw, unless the trial has ended before.</summary>
    public void EndFailed(ActiveTrial trial, Exception exception) => EndFailed(trial, TrialStatus.Failed, RunState.Words(exception));

    /// <summary>A trial took too long, unless it has ended before.</summary>
    public void EndTimedOut(ActiveTrial trial) =>
        EndFailed(trial, TrialStatus.TimedOut, $"It took longer than {_options.TrialTimeout!.Value.TotalSeconds:0.###} s.");

    /// <summary>A trial was ended by the end of the study.</summary>
    public void EndCancelled(ActiveTrial trial)
    {
        lock (Gate)
        {
            var interrupted = _state.Ending is { Outcome: StudyOutcome.Interrupted };
            EndFailed(trial, interrupted ? TrialStatus.Interrupted : TrialStatus.Cancelled, "The study ended first.");
        }
    }

    /// <summary>No worker is left; every trial that was started ends, and the books hold all that was spent.</summary>
    private void EndPaused()
    {
        foreach (var trial in _state.Interrupted)
            _state.End(trial, TrialStatus.Cancelled, "The study ended before the trial was run again.");
        foreach (var trial in _state.Active.Values.OrderBy(trial => trial.Id).ToList())
            _state.End(trial, TrialStatus.Stopped, "The study ended while the trial was paused.");
    }

    /// <summary>A trial ended without handing in an error, unless it has ended before.</summary>
    private void EndFailed(ActiveTrial trial, TrialStatus status, string reason)
    {
        lock (Gate)
        {
            if (_state.Active.ContainsKey(trial.Id))
                _state.End(trial, status, reason);
        }
    }
}
