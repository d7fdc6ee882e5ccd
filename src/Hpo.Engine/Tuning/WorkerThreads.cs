using Hpo.Engine.Schedulers;

namespace Hpo.Engine.Tuning;

/// <summary>
/// The workers of a run in real time, a thread each: not one of the thread pool, and below normal priority. All that waits for something to happen
/// is here.
/// </summary>
internal sealed class WorkerThreads(Coordinator coordinator, IExecutor executor, TimeSpan? trialTimeout) : IDisposable
{
    private readonly CancellationTokenSource _cancelTrials = new();
    private int _workersLeft;

    /// <summary>Runs trials on a number of workers until there are no more.</summary>
    public void Run(int workers)
    {
        _workersLeft = workers;
        var threads = Enumerable.Range(0, workers).Select(worker => new Thread(() => Work(worker))
        {
            IsBackground = true,
            Name = $"trial worker {worker}",
        }).ToList();
        threads.ForEach(thread => thread.Start());
        CancelTrialsWhenEnded();
        threads.ForEach(thread => thread.Join());
    }

    public void Dispose() => _cancelTrials.Dispose();

    /// <summary>
    /// Waits until no worker is left or the run is ended, and in that case cancels the running trials. Here and not where the run is ended,
    /// because an objective's callbacks must not run under the lock, nor on a worker: what they queue could make the thread pool start
    /// a thread there, which would inherit the worker's low priority.
    /// </summary>
    private void CancelTrialsWhenEnded()
    {
        lock (coordinator.Gate)
        {
            while (!coordinator.IsEnding && _workersLeft > 0)
                Monitor.Wait(coordinator.Gate);
            if (_workersLeft == 0)
                return;
        }

        try
        {
            _cancelTrials.Cancel();
        }
        catch (AggregateException exception)
        {
            coordinator.Fail(exception);
        }
    }

    private void Work(int worker)
    {
        BackgroundPriority.Enter();
        while (NextTrial(worker) is { } trial)
            Evaluate(trial);
        lock (coordinator.Gate)
        {
            _workersLeft--;
            Monitor.PulseAll(coordinator.Gate);
        }
    }

    /// <summary>Waits until there is a trial for a worker to run, and begins it; null when there will be none.</summary>
    private ActiveTrial? NextTrial(int worker)
    {
        lock (coordinator.Gate)
        {
            Assignment? assignment;
            while (!coordinator.TryAssign(worker, out assignment))
                Monitor.Wait(coordinator.Gate);
            if (assignment is null)
                return null;
            coordinator.Begin(assignment, worker, assignment.DecisionTime);
            return assignment.Trial;
        }
    }

    private void Evaluate(ActiveTrial trial)
    {
        using var timeout = TrialTimeout(trial);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(_cancelTrials.Token, timeout?.Token ?? default);
        try
        {
            var verdict = default(Verdict);
            var checkpoint = executor.Execute(
                coordinator.RequestFor(trial), (epoch, error) => verdict = coordinator.Report(trial, epoch, error), cancelled.Token);
            if (checkpoint is not null && verdict.Kind == VerdictKind.Pause)
                coordinator.Pause(trial, checkpoint, verdict.Reason ?? "");
            else
                coordinator.EndUnfinished(trial);
        }
        catch (OperationCanceledException) when (coordinator.IsEnding)
        {
            coordinator.EndCancelled(trial);
        }
        catch (OperationCanceledException) when (timeout?.IsCancellationRequested == true)
        {
            coordinator.EndTimedOut(trial);
        }
        catch (Exception exception)
        {
            coordinator.EndFailed(trial, exception);
        }
    }

    private CancellationTokenSource? TrialTimeout(ActiveTrial trial)
    {
        if (trialTimeout is not { } limit)
            return null;
        var left = limit - (trial.EvaluatedBefore - trial.Lost);
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, coordinator.Time);
    }
}
