using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>
/// The part of a tuner that its threads talk to: workers fetch trials and report, others end the run. One thread at a time gets in, so that the
/// scheduler, the books and the events see one thing after the other.
/// </summary>
internal sealed class Coordinator : IDisposable
{
    private readonly int _numberOfTrials, _maxEpochs;
    private readonly RunState _state;
    private readonly Dispatcher _dispatcher;
    private readonly CancellationTokenSource _cancelTrials = new();
    private int _workersLeft;

    public Coordinator(
        HpoScheduler scheduler, TunerOptions options, int numberOfTrials, int maxEpochs, Action<StudyEvent>? onEvent, TimeProvider time)
    {
        _numberOfTrials = numberOfTrials;
        _maxEpochs = maxEpochs;
        _state = new RunState(scheduler, options, onEvent, time);
        _dispatcher = new Dispatcher(_state, numberOfTrials);
    }

    /// <summary>Cancelled when running trials are to end at once.</summary>
    public CancellationToken TrialsCancelled => _cancelTrials.Token;

    /// <summary>Whether the run was ended before all trials were.</summary>
    public bool IsEnding
    {
        get
        {
            lock (_state.Gate)
                return _state.Ending is not null;
        }
    }

    /// <summary>Reads the books while no worker writes them.</summary>
    public T Read<T>(Func<Bookkeeping, T> read)
    {
        lock (_state.Gate)
            return read(_state.Books);
    }

    /// <summary>Emits the first event.</summary>
    /// <param name="workers">The number of workers that will take trials; each says when it has left.</param>
    public void Begin(int workers)
    {
        lock (_state.Gate)
        {
            _workersLeft = workers;
            var brackets = _state.Scheduler.Brackets;
            _state.Emit(new StudyStarted(TimeSpan.Zero, _state.Time.GetUtcNow(), brackets.Count > 0 ? brackets : null));
        }
    }

    /// <summary>A worker takes no more trials.</summary>
    public void WorkerLeft()
    {
        lock (_state.Gate)
        {
            _workersLeft--;
            _state.Changed();
        }
    }

    /// <summary>
    /// Waits until no worker is left or the run is ended, and in that case cancels the running trials. Here and not in <see cref="EndNow"/>,
    /// because an objective's callbacks must not run under the lock, nor on a worker: what they queue could make the thread pool start
    /// a thread there, which would inherit the worker's low priority.
    /// </summary>
    public void CancelTrialsWhenEnded()
    {
        lock (_state.Gate)
        {
            while (_state.Ending is null && _workersLeft > 0)
                _state.AwaitChange();
            if (_workersLeft == 0)
                return;
        }

        try
        {
            _cancelTrials.Cancel();
        }
        catch (AggregateException exception)
        {
            _state.Fail(exception);
        }
    }

    /// <summary>Emits the last event, and throws what the scheduler or a listener threw.</summary>
    public void Finish()
    {
        lock (_state.Gate)
        {
            if (_state.IsStopRequested)
                _state.EndNow(StudyOutcome.Stopped, "Stopped on request; running trials came to their end.");
            else if (_state.Started < _numberOfTrials && _state.Exhausted is { } reason)
                _state.EndNow(StudyOutcome.Exhausted, reason);
            else
                _state.EndNow(StudyOutcome.Completed, $"All {_numberOfTrials} trials have run.");
            // no worker is left, so these are paused; every trial that was started ends, and the books hold all that was spent
            foreach (var trial in _state.Active.Values.OrderBy(trial => trial.Id).ToList())
                _state.End(trial, TrialStatus.Stopped, "The study ended while the trial was paused.");
            var (outcome, why) = _state.Ending!.Value;
            _state.Emit(new StudyEnded(_state.Elapsed, outcome, why));
        }

        _state.Failure?.Throw();
    }

    /// <summary>Starts no more trials; the running ones come to their end.</summary>
    public void RequestStop()
    {
        lock (_state.Gate)
        {
            if (_state.IsStopRequested || _state.Ending is not null)
                return;
            _state.IsStopRequested = true;
            _state.Emit(new StopRequested(_state.Elapsed));
            _state.Changed();
        }
    }

    /// <summary>Ends the run, running trials included; the first caller's reason stands.</summary>
    public void EndNow(StudyOutcome outcome, string reason) => _state.EndNow(outcome, reason);

    /// <summary>Waits until there is a trial for a worker to run; null when there will be none.</summary>
    public ActiveTrial? NextTrial(int worker)
    {
        lock (_state.Gate)
        {
            while (!_state.NoMoreTrials)
            {
                try
                {
                    if (_dispatcher.Decide(worker) is { } trial)
                        return trial;
                }
                catch (Exception exception)
                {
                    _state.Fail(exception);
                }
            }

            return null;
        }
    }

    /// <summary>A trial reports its error after an epoch.</summary>
    /// <returns>What becomes of it. Unless it goes on or is paused, it has ended with this call.</returns>
    public Verdict Report(ActiveTrial trial, int epoch, double error)
    {
        lock (_state.Gate)
        {
            if (_state.Ending is not null)
                throw new OperationCanceledException("The study has ended.");
            if (!double.IsFinite(error))
                return EndDiverged(trial, epoch, error);
            var runtime = trial.Runtime(_state.Time);
            trial.Error = error;
            _state.Emit(new EpochReported(_state.Elapsed, trial.Id, epoch, error, runtime));
            var verdict = Judge(trial, error, new TrialInfo(trial.Id, epoch, _maxEpochs, runtime));
            if (verdict.Standing is { } standing)
                _state.Emit(new RungReached(_state.Elapsed, trial.Id, standing, verdict.Reason));
            if (epoch >= _maxEpochs)
            {
                verdict = Verdict.Continue;
                _state.End(trial, TrialStatus.Completed, null);
            }
            else if (verdict.Kind == VerdictKind.Stop)
            {
                _state.End(trial, TrialStatus.Stopped, verdict.Reason);
            }
            else
            {
                trial.IsPausing = verdict.Kind == VerdictKind.Pause;
            }

            _state.Changed();
            return verdict;
        }
    }

    /// <summary>A paused trial's checkpoint is saved: from now on it can be resumed.</summary>
    public void Pause(ActiveTrial trial, byte[] checkpoint, string reason)
    {
        lock (_state.Gate)
        {
            trial.RuntimeBefore = trial.Runtime(_state.Time);
            trial.Checkpoint = checkpoint;
            trial.IsPaused = true;
            if (trial.Error is { } error)
                _state.Books.HandIn(trial.Configuration, error);
            _state.Emit(new TrialPaused(_state.Elapsed, trial.Id, trial.RuntimeBefore, reason));
            _state.EndIfTargetReached();
            _state.Changed();
        }
    }

    /// <summary>A trial ended without handing in an error, unless it has ended before.</summary>
    public void EndFailed(ActiveTrial trial, TrialStatus status, string reason)
    {
        lock (_state.Gate)
        {
            if (_state.Active.ContainsKey(trial.Id))
                _state.End(trial, status, reason);
        }
    }

    /// <summary>A trial was ended by the end of the study.</summary>
    public void EndCancelled(ActiveTrial trial)
    {
        lock (_state.Gate)
        {
            var interrupted = _state.Ending is { Outcome: StudyOutcome.Interrupted };
            EndFailed(trial, interrupted ? TrialStatus.Interrupted : TrialStatus.Cancelled, "The study ended first.");
        }
    }

    public void Dispose() => _cancelTrials.Dispose();

    private Verdict EndDiverged(ActiveTrial trial, int epoch, double error)
    {
        var (status, what) = double.IsNaN(error)
            ? (TrialStatus.NotANumber, "not a number")
            : (TrialStatus.Infinite, "infinite");
        _state.End(trial, status, $"The error after epoch {epoch} was {what}.");
        return Verdict.Stop(what);
    }

    /// <summary>Asks the scheduler; a scheduler that throws ends the study, not the trial's evaluation.</summary>
    private Verdict Judge(ActiveTrial trial, double error, TrialInfo info)
    {
        try
        {
            return _state.Scheduler.Update(trial.Configuration, error, info);
        }
        catch (Exception exception)
        {
            _state.Fail(exception);
            return Verdict.Continue;
        }
    }
}
