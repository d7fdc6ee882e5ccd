using System.Runtime.ExceptionServices;
using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>
/// The part of a tuner that all workers share: it asks the scheduler, keeps the books and emits the events, one at a time under one
/// lock, so that the order of events is the order in which things happened.
/// </summary>
internal sealed class Coordinator(
    HpoScheduler scheduler, TunerOptions options, int numberOfTrials, int maxEpochs, Action<StudyEvent>? onEvent, TimeProvider time)
    : IDisposable
{
    /// <summary>Guards every field; pulsed whenever a waiting worker may have work.</summary>
    private readonly object _gate = new();
    private readonly Bookkeeping _books = new();
    private readonly Dictionary<int, ActiveTrial> _active = [];
    private readonly CancellationTokenSource _cancelTrials = new();
    private readonly long _startStamp = time.GetTimestamp();
    private int _started, _workersLeft;
    private bool _stopRequested;
    private string? _exhausted;
    private (StudyOutcome Outcome, string Reason)? _ending;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Cancelled when running trials are to end at once.</summary>
    public CancellationToken TrialsCancelled => _cancelTrials.Token;

    /// <summary>Whether the run was ended before all trials were.</summary>
    public bool IsEnding
    {
        get
        {
            lock (_gate)
                return _ending is not null;
        }
    }

    private TimeSpan Elapsed => time.GetElapsedTime(_startStamp);

    private bool NoMoreTrials => _ending is not null || _stopRequested || _exhausted is not null;

    /// <summary>Reads the books while no worker writes them.</summary>
    public T Read<T>(Func<Bookkeeping, T> read)
    {
        lock (_gate)
            return read(_books);
    }

    /// <summary>Emits the first event.</summary>
    /// <param name="workers">The number of workers that will take trials; each says when it has left.</param>
    public void Begin(int workers)
    {
        lock (_gate)
        {
            _workersLeft = workers;
            Emit(new StudyStarted(TimeSpan.Zero, time.GetUtcNow(), scheduler.Brackets is { Count: > 0 } brackets ? brackets : null));
        }
    }

    /// <summary>A worker takes no more trials.</summary>
    public void WorkerLeft()
    {
        lock (_gate)
        {
            _workersLeft--;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Waits until no worker is left or the run is ended, and in that case cancels the running trials. Here and not in <see cref="EndNow"/>,
    /// because an objective's callbacks must not run under the lock, nor on a worker: what they queue could make the thread pool start
    /// a thread there, which would inherit the worker's low priority.
    /// </summary>
    public void CancelTrialsWhenEnded()
    {
        lock (_gate)
        {
            while (_ending is null && _workersLeft > 0)
                Monitor.Wait(_gate);
            if (_workersLeft == 0)
                return;
        }

        try
        {
            _cancelTrials.Cancel();
        }
        catch (AggregateException exception)
        {
            Fail(exception);
        }
    }

    /// <summary>Emits the last event, and throws what the scheduler or a listener threw.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            _ending ??= _stopRequested ? (StudyOutcome.Stopped, "Stopped on request; running trials came to their end.")
                : _started < numberOfTrials ? (StudyOutcome.Exhausted, _exhausted!)
                : (StudyOutcome.Completed, $"All {numberOfTrials} trials have run.");
            // no worker is left, so these are paused; every trial that was started ends, and the books hold all that was spent
            foreach (var trial in _active.Values.OrderBy(trial => trial.Id).ToList())
                End(trial, TrialStatus.Stopped, "The study ended while the trial was paused.");
            Emit(new StudyEnded(Elapsed, _ending.Value.Outcome, _ending.Value.Reason));
        }

        _failure?.Throw();
    }

    /// <summary>Starts no more trials; the running ones come to their end.</summary>
    public void RequestStop()
    {
        lock (_gate)
        {
            if (_stopRequested || _ending is not null)
                return;
            _stopRequested = true;
            Emit(new StopRequested(Elapsed));
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Ends the run, running trials included; the first caller's reason stands.</summary>
    public void EndNow(StudyOutcome outcome, string reason)
    {
        lock (_gate)
        {
            if (_ending is not null)
                return;
            _ending = (outcome, reason);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until there is a trial for a worker to run; null when there will be none.</summary>
    public ActiveTrial? NextTrial(int worker)
    {
        lock (_gate)
        {
            while (!NoMoreTrials)
            {
                try
                {
                    if (Decide(worker) is { } trial)
                        return trial;
                }
                catch (Exception exception)
                {
                    Fail(exception);
                }
            }

            return null;
        }
    }

    /// <summary>A trial reports its error after an epoch.</summary>
    /// <returns>What becomes of it. Unless it goes on or is paused, it has ended with this call.</returns>
    public Verdict Report(ActiveTrial trial, int epoch, double error)
    {
        lock (_gate)
        {
            if (_ending is not null)
                throw new OperationCanceledException("The study has ended.");
            if (!double.IsFinite(error))
                return EndDiverged(trial, epoch, error);
            var runtime = trial.Runtime(time);
            trial.Error = error;
            Emit(new EpochReported(Elapsed, trial.Id, epoch, error, runtime));
            var verdict = Judge(trial, error, new TrialInfo(trial.Id, epoch, maxEpochs, runtime));
            if (verdict.Standing is { } standing)
                Emit(new RungReached(Elapsed, trial.Id, standing, verdict.Reason));
            if (epoch >= maxEpochs)
            {
                verdict = Verdict.Continue;
                End(trial, TrialStatus.Completed, null);
            }
            else if (verdict.Kind == VerdictKind.Stop)
            {
                End(trial, TrialStatus.Stopped, verdict.Reason);
            }
            else
            {
                trial.IsPausing = verdict.Kind == VerdictKind.Pause;
            }

            Monitor.PulseAll(_gate);
            return verdict;
        }
    }

    /// <summary>A paused trial's checkpoint is saved: from now on it can be resumed.</summary>
    public void Pause(ActiveTrial trial, byte[] checkpoint, string reason)
    {
        lock (_gate)
        {
            trial.RuntimeBefore = trial.Runtime(time);
            trial.Checkpoint = checkpoint;
            trial.IsPaused = true;
            if (trial.Error is { } error)
                _books.HandIn(trial.Configuration, error);
            Emit(new TrialPaused(Elapsed, trial.Id, trial.RuntimeBefore, reason));
            EndIfTargetReached();
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A trial ended without handing in an error, unless it has ended before.</summary>
    public void EndFailed(ActiveTrial trial, TrialStatus status, string reason)
    {
        lock (_gate)
        {
            if (!_active.ContainsKey(trial.Id))
                return;
            End(trial, status, reason);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A trial was ended by the end of the study.</summary>
    public void EndCancelled(ActiveTrial trial)
    {
        var interrupted = _ending is { Outcome: StudyOutcome.Interrupted };
        EndFailed(trial, interrupted ? TrialStatus.Interrupted : TrialStatus.Cancelled, "The study ended first.");
    }

    public void Dispose() => _cancelTrials.Dispose();

    /// <summary>Asks the scheduler once and does what it says; null when that gave this worker no trial.</summary>
    private ActiveTrial? Decide(int worker)
    {
        var began = time.GetTimestamp();
        switch (scheduler.Suggest(_started < numberOfTrials ? _started : null))
        {
            case Decision.Start start:
                return StartTrial(start, worker, began);
            case Decision.Resume resume:
                return ResumeTrial(resume, worker, time.GetElapsedTime(began));
            case Decision.Stop stop:
                StopPaused(stop);
                return null;
            case Decision.Exhausted exhausted:
                _exhausted = exhausted.Reason;
                Monitor.PulseAll(_gate);
                return null;
            case Decision.Wait when _active.Values.All(trial => trial.IsPaused && !trial.IsPromised):
                throw new InvalidOperationException($"{scheduler.GetType().Name} waits although no trial is running.");
            case Decision.Wait:
                Monitor.Wait(_gate);
                return null;
            default:
                throw new InvalidOperationException($"{scheduler.GetType().Name} gave no decision.");
        }
    }

    private ActiveTrial? StartTrial(Decision.Start start, int worker, long began)
    {
        if (_started >= numberOfTrials)
            throw new InvalidOperationException($"{scheduler.GetType().Name} starts a trial although all have been started.");
        if (start.ParentId is { } parent && _active.GetValueOrDefault(parent) is { IsPausing: true, IsPaused: false })
        {
            // its worker is saving the checkpoint; meanwhile another worker may be given the same trial to start, so that all ask again
            Monitor.Wait(_gate);
            return null;
        }

        var checkpoint = start.ParentId is { } parentId ? CheckpointOf(parentId) : null;
        // before anything is booked: a trial whose start the scheduler could not take in was never started
        scheduler.OnTrialStarted(_started, start.Configuration);
        var trial = new ActiveTrial(_started++, start.Configuration) { Began = began, Checkpoint = checkpoint };
        _active.Add(trial.Id, trial);
        Emit(new TrialStarted(Elapsed, trial.Id, trial.Configuration, start.Reason, worker, start.ParentId));
        return trial;
    }

    private byte[] CheckpointOf(int parentId) => _active.GetValueOrDefault(parentId)?.Checkpoint ?? throw new InvalidOperationException(
        $"{scheduler.GetType().Name} starts a trial from trial {parentId}, which has ended or was never paused.");

    private void StopPaused(Decision.Stop stop)
    {
        var trial = Claim(stop.TrialId, "stops");
        if (AwaitPaused(trial))
            End(trial, TrialStatus.Stopped, stop.Reason);
        Monitor.PulseAll(_gate);
    }

    /// <summary>The trial that the scheduler has paused, promised to the worker that asks.</summary>
    private ActiveTrial Claim(int trialId, string verb)
    {
        if (!_active.TryGetValue(trialId, out var trial) || !trial.IsPausing || trial.IsPromised)
            throw new InvalidOperationException($"{scheduler.GetType().Name} {verb} trial {trialId}, which is not paused.");
        trial.IsPromised = true;
        return trial;
    }

    private ActiveTrial? ResumeTrial(Decision.Resume resume, int worker, TimeSpan decision)
    {
        var trial = Claim(resume.TrialId, "resumes");
        if (!AwaitPaused(trial))
            return null;
        trial.IsPausing = trial.IsPaused = trial.IsPromised = false;
        // the decision counts, the wait for the checkpoint does not: the worker that saved it has counted that time
        trial.RuntimeBefore += decision;
        trial.Began = time.GetTimestamp();
        Emit(new TrialResumed(Elapsed, trial.Id, resume.Reason, worker));
        return trial;
    }

    /// <summary>Waits until the worker of a trial that the scheduler has paused has saved its checkpoint.</summary>
    /// <returns>False if the trial or the study ended instead.</returns>
    private bool AwaitPaused(ActiveTrial trial)
    {
        // that the scheduler has told another worker since that nothing is left does not undo this decision
        while (_ending is null && !_stopRequested && _active.ContainsKey(trial.Id))
        {
            if (trial.IsPaused)
                return true;
            Monitor.Wait(_gate);
        }

        return false;
    }

    private Verdict EndDiverged(ActiveTrial trial, int epoch, double error)
    {
        var (status, what) = double.IsNaN(error)
            ? (TrialStatus.NotANumber, "not a number")
            : (TrialStatus.Infinite, "infinite");
        End(trial, status, $"The error after epoch {epoch} was {what}.");
        Monitor.PulseAll(_gate);
        return Verdict.Stop(what);
    }

    /// <summary>Asks the scheduler; a scheduler that throws ends the study, not the trial's evaluation.</summary>
    private Verdict Judge(ActiveTrial trial, double error, TrialInfo info)
    {
        try
        {
            return scheduler.Update(trial.Configuration, error, info);
        }
        catch (Exception exception)
        {
            Fail(exception);
            return Verdict.Continue;
        }
    }

    private void End(ActiveTrial trial, TrialStatus status, string? reason)
    {
        _active.Remove(trial.Id);
        var error = status.HandsInError() ? trial.Error : null;
        var runtime = trial.Runtime(time);
        _books.Record(new TrialRecord(trial.Id, trial.Configuration, error, runtime, status));
        Emit(new TrialEnded(Elapsed, trial.Id, status, runtime, reason));
        if (status.HandsInError())
            EndIfTargetReached();
        else
            NotifyFailed(trial, status);
    }

    private void NotifyFailed(ActiveTrial trial, TrialStatus status)
    {
        try
        {
            scheduler.OnTrialFailed(trial.Id, trial.Configuration, status);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private void EndIfTargetReached()
    {
        if (options.TargetError is { } target && _books.IncumbentError <= target)
            EndNow(StudyOutcome.TargetReached, $"The target error {target} was reached.");
    }

    private void Fail(Exception exception)
    {
        lock (_gate)
            _failure ??= ExceptionDispatchInfo.Capture(exception);
        EndNow(StudyOutcome.Failed, $"{exception.GetType().Name}: {exception.Message}");
    }

    /// <summary>Tells the listener; a listener that throws (a full disk, say) ends the study.</summary>
    private void Emit(StudyEvent studyEvent)
    {
        try
        {
            onEvent?.Invoke(studyEvent);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}
