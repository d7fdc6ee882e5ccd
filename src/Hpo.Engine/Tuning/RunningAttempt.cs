using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>An attempt that an executor has been given: what it reports, what cancels it, and how long it may take.</summary>
internal sealed class RunningAttempt : IDisposable
{
    private readonly Coordinator _coordinator;
    private readonly TimeSpan? _trialTimeout;
    private readonly ITimer? _timeout;
    private readonly CancellationTokenSource _cancel;

    /// <summary>Whether its trial took too long.</summary>
    private bool _isTimedOut;

    /// <summary>Whether the last answer was to pause.</summary>
    private bool _isToPause;

    /// <summary>Completed when the study goes on; null while the attempt does not rest.</summary>
    private TaskCompletionSource<Verdict>? _rest;

    /// <summary>Its time begins to count.</summary>
    /// <param name="coordinator">The rules of the run.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="worker">The worker whose attempt it is.</param>
    /// <param name="trialTimeout">How long its trial may take in all; null for no limit.</param>
    /// <param name="cancelAll">Cancelled when all trials are to end.</param>
    public RunningAttempt(Coordinator coordinator, Attempt attempt, int worker, TimeSpan? trialTimeout, CancellationToken cancelAll)
    {
        (_coordinator, Attempt, Worker, _trialTimeout) = (coordinator, attempt, worker, trialTimeout);
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancelAll);
        CancellationToken = _cancel.Token;
        if (trialTimeout is null)
            return;
        var left = TimeLeft;
        _isTimedOut = left == TimeSpan.Zero;
        _timeout = coordinator.Time.CreateTimer(_ => TimeOut(), null, left, Timeout.InfiniteTimeSpan);
    }

    public Attempt Attempt { get; }

    public int Worker { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>Whether a person has stopped its trial, or that took too long, and it has not been told. Asked with the lock held.</summary>
    public bool IsToBeCancelled => (_isTimedOut || Attempt.Trial.State == TrialState.Stopping) && !_cancel.IsCancellationRequested;

    /// <summary>Whether it rests: somebody waits for the answer to a report.</summary>
    public bool IsResting => _rest is not null;

    /// <summary>Whether it rests and need not any more. Asked with the lock held.</summary>
    public bool IsToGoOn => _rest is not null && !_coordinator.Attempts.IsHeld(Attempt);

    /// <summary>Takes a report. The answer comes at once unless the study is paused: then it comes when that goes on.</summary>
    /// <exception cref="OperationCanceledException">The trial is to end, or the attempt is over.</exception>
    public ValueTask<Verdict> Report(int epoch, double error)
    {
        // it may not have been told yet
        if (IsTimedOut)
            throw new OperationCanceledException("The trial took too long.");
        var verdict = _coordinator.Attempts.Report(Attempt, epoch, error);
        _isToPause = verdict.Kind == VerdictKind.Pause;
        return verdict.Kind == VerdictKind.Continue && Rest(verdict) is { } rest ? new(rest) : new(verdict);
    }

    /// <summary>It rests no longer; its time counts again. Called with the lock held.</summary>
    /// <returns>Lets the executor go on; called without the lock.</returns>
    public Action GoOn()
    {
        var rest = _rest!;
        _rest = null;
        _coordinator.Attempts.GoOn(Attempt);
        RestartTimeout();
        return () => rest.SetResult(Verdict.Continue);
    }

    /// <summary>It is over, and so is the wait for an answer: called without the lock.</summary>
    public void Abandon() => _rest?.SetCanceled();

    /// <summary>Cancels it. What the objective and the executor do about that is done on this thread: called without the lock.</summary>
    public void Cancel()
    {
        try
        {
            _cancel.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // it has just come to its end by itself
        }
    }

    /// <summary>The objective cannot go on from the checkpoint of its trial: it begins anew, with all the time that a trial may take.</summary>
    /// <returns>What the executor is given instead; called without the lock.</returns>
    public EvaluationRequest BeginAnew(string whyRefused)
    {
        var request = _coordinator.Attempts.RequestWithout(Attempt, whyRefused);
        lock (_coordinator.SyncRoot)
            RestartTimeout();
        return request;
    }

    /// <summary>Takes in how it has ended. It may take time to write: called without the lock.</summary>
    /// <param name="task">What the executor has come to.</param>
    public void TakeIn(Task<AttemptEnd> task)
    {
        var exception = task.Exception?.InnerException ?? (task.IsCanceled ? new OperationCanceledException() : null);
        if (exception is OperationCanceledException && _coordinator.IsEnding)
            _coordinator.Endings.Cancelled(Attempt);
        else if (exception is OperationCanceledException && IsTimedOut)
            _coordinator.Endings.TimedOut(Attempt);
        else if (exception is not null)
            _coordinator.Endings.Failed(Attempt, exception);
        else if (task.Result is AttemptEnd.Paused { Checkpoint: var checkpoint } && _isToPause)
            _coordinator.Attempts.Pause(Attempt, checkpoint);
        else if (task.Result is AttemptEnd.Lost { Reason: var reason })
            _coordinator.Endings.Lost(Attempt, reason);
        else
            _coordinator.Endings.Unfinished(Attempt);
    }

    public void Dispose()
    {
        _cancel.Dispose();
        _timeout?.Dispose();
    }

    private bool IsTimedOut
    {
        get
        {
            lock (_coordinator.SyncRoot)
                return _isTimedOut;
        }
    }

    /// <summary>How long its trial may still take.</summary>
    private TimeSpan TimeLeft
    {
        get
        {
            var left = _trialTimeout!.Value - Attempt.Trial.Timer.Counted;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Called with the lock held.</summary>
    private void RestartTimeout() => _timeout?.Change(TimeLeft, Timeout.InfiniteTimeSpan);

    /// <summary>On the timer's thread, where nothing may be thrown: what the objective and the executor do about it is done elsewhere.</summary>
    private void TimeOut()
    {
        lock (_coordinator.SyncRoot)
        {
            // it may have come to rest since the timer went off
            if (IsResting)
                return;
            _isTimedOut = true;
            Monitor.PulseAll(_coordinator.SyncRoot);
        }
    }

    /// <summary>Rests between two epochs as long as the study is paused; meanwhile its time does not count.</summary>
    private Task<Verdict>? Rest(Verdict verdict)
    {
        lock (_coordinator.SyncRoot)
        {
            if (!_coordinator.Attempts.Hold(Attempt, () => _timeout?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)))
                return null;
            // whoever lets the study go on does not compute what comes then
            _rest = new TaskCompletionSource<Verdict>(verdict, TaskCreationOptions.RunContinuationsAsynchronously);
            return _rest.Task;
        }
    }
}
