using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// The workers of a run in real time, a thread each: not one of the thread pool, and below normal priority. They come and go with the number of
/// workers that a person wants. All that waits for something to happen is here.
/// </summary>
internal sealed class WorkerThreads(Coordinator coordinator, IExecutor executor, TimeSpan? trialTimeout) : IDisposable
{
    private readonly CancellationTokenSource _cancelTrials = new();

    /// <summary>The threads by the numbers of their workers; one that has left is gone from here.</summary>
    private readonly Dictionary<int, Thread> _threads = [];

    /// <summary>The workers for whom there was nothing left, and how much had changed in the run by then.</summary>
    private readonly Dictionary<int, long> _idle = [];

    /// <summary>What cancels each running trial.</summary>
    private readonly Dictionary<ActiveTrial, CancellationTokenSource> _running = [];

    /// <summary>Runs trials until there are no more.</summary>
    public void Run()
    {
        while (NextToCancel() is { } trial)
            Cancel(trial);
        Cancel(_cancelTrials);
        List<Thread> threads;
        lock (coordinator.SyncRoot)
            threads = [.. _threads.Values];
        threads.ForEach(thread => thread.Join());
    }

    public void Dispose() => _cancelTrials.Dispose();

    /// <summary>
    /// Sees to it that there are as many workers as there are to be, and waits until a trial is to be cancelled; null when the run is ended and all of
    /// them are.
    /// </summary>
    private CancellationTokenSource? NextToCancel()
    {
        lock (coordinator.SyncRoot)
        {
            while (!coordinator.IsEnding)
            {
                StartMissing();
                if (_running.Keys.FirstOrDefault(trial => trial.State == TrialState.Stopping) is { } trial && _running.Remove(trial, out var cancel))
                    return cancel;
                if (_threads.Keys.All(worker => _idle.TryGetValue(worker, out var changes) && changes == coordinator.Changes))
                    coordinator.Conclude();
                else
                    Monitor.Wait(coordinator.SyncRoot);
            }

            return null;
        }
    }

    private void StartMissing()
    {
        for (var number = 0; number < coordinator.Workers; number++)
        {
            if (_threads.ContainsKey(number))
                continue;
            var worker = number;
            var thread = new Thread(() => Work(worker)) { IsBackground = true, Name = $"trial worker {worker}" };
            _threads.Add(worker, thread);
            thread.Start();
        }
    }

    /// <summary>
    /// Cancels on the thread that waits for the end, because an objective's callbacks must not run under the lock, nor on a worker: what they queue
    /// could make the thread pool start a thread there, which would inherit the worker's low priority.
    /// </summary>
    private void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // the trial has just come to its end by itself
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
    }

    /// <summary>Waits until there is a trial for a worker to run, and begins it; null when the run is ended, or there are to be fewer workers.</summary>
    private ActiveTrial? NextTrial(int worker)
    {
        while (true)
        {
            var (trial, suggestion) = NextOrder(worker);
            if (suggestion is null)
                return trial;
            // without the lock: reports and commands go on meanwhile
            coordinator.Suggest(suggestion);
        }
    }

    /// <summary>Waits until there is something for a worker to do: a trial, which is begun, or a searcher's work.</summary>
    private (ActiveTrial? Trial, PendingSuggestion? Suggestion) NextOrder(int worker)
    {
        lock (coordinator.SyncRoot)
        {
            while (!coordinator.IsEnding && worker < coordinator.Workers)
            {
                var order = coordinator.Next(worker);
                if (order is WorkerOrder.Run { Assignment: var assignment })
                {
                    _idle.Remove(worker);
                    coordinator.Begin(assignment, worker, assignment.DecisionTime);
                    return (assignment.Trial, null);
                }

                if (order is WorkerOrder.Suggest { Suggestion: var suggestion })
                {
                    _idle.Remove(worker);
                    return (null, suggestion);
                }

                WaitForChange(worker, order is WorkerOrder.Leave);
            }

            Leave(worker);
            return (null, null);
        }
    }

    private void WaitForChange(int worker, bool isIdle)
    {
        var changes = coordinator.Changes;
        if (isIdle)
        {
            _idle[worker] = changes;
            Monitor.PulseAll(coordinator.SyncRoot);
        }

        // its own question may have ended the run
        while (!coordinator.IsEnding && coordinator.Changes == changes)
            Monitor.Wait(coordinator.SyncRoot);
    }

    private void Leave(int worker)
    {
        // at the end, all are waited for
        if (coordinator.IsEnding)
            return;
        _threads.Remove(worker);
        _idle.Remove(worker);
        coordinator.Leave(worker);
        Monitor.PulseAll(coordinator.SyncRoot);
    }

    private void Evaluate(ActiveTrial trial)
    {
        // before its time is measured: what is computed again does not count
        var request = coordinator.RequestFor(trial);
        using var timeout = TrialTimeout(trial);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(_cancelTrials.Token, timeout?.Token ?? default);
        Register(trial, cancelled);
        try
        {
            var verdict = default(Verdict);
            var checkpoint = executor.Execute(
                request, (epoch, error) => verdict = Report(trial, epoch, error, timeout), cancelled.Token);
            if (checkpoint is not null && verdict.Kind == VerdictKind.Pause)
                coordinator.Pause(trial, checkpoint);
            else
                coordinator.Endings.Unfinished(trial);
        }
        catch (OperationCanceledException) when (coordinator.IsEnding)
        {
            coordinator.Endings.Cancelled(trial);
        }
        catch (OperationCanceledException) when (timeout?.IsCancellationRequested == true)
        {
            coordinator.Endings.TimedOut(trial);
        }
        catch (Exception exception)
        {
            coordinator.Endings.Failed(trial, exception);
        }
        finally
        {
            Unregister(trial, cancelled);
        }
    }

    private void Register(ActiveTrial trial, CancellationTokenSource cancel)
    {
        lock (coordinator.SyncRoot)
        {
            _running[trial] = cancel;
            // a person may have stopped it since it was begun
            Monitor.PulseAll(coordinator.SyncRoot);
        }
    }

    private void Unregister(ActiveTrial trial, CancellationTokenSource cancel)
    {
        lock (coordinator.SyncRoot)
        {
            // another worker may have gone on with it by now
            if (_running.GetValueOrDefault(trial) == cancel)
                _running.Remove(trial);
        }
    }

    private Verdict Report(ActiveTrial trial, int epoch, double error, CancellationTokenSource? timeout)
    {
        var verdict = coordinator.Report(trial, epoch, error);
        if (verdict.Kind == VerdictKind.Continue)
            Rest(trial, timeout);
        return verdict;
    }

    /// <summary>Waits between two epochs for as long as the study is paused; meanwhile the trial's time does not count.</summary>
    private void Rest(ActiveTrial trial, CancellationTokenSource? timeout)
    {
        lock (coordinator.SyncRoot)
        {
            if (!coordinator.Hold(trial, () => timeout?.CancelAfter(Timeout.InfiniteTimeSpan)))
                return;
            while (coordinator.IsHeld(trial))
                Monitor.Wait(coordinator.SyncRoot);
            coordinator.GoOn(trial);
            timeout?.CancelAfter(Left(trial));
        }
    }

    private CancellationTokenSource? TrialTimeout(ActiveTrial trial) =>
        trialTimeout is null ? null : new CancellationTokenSource(Left(trial), coordinator.Time);

    /// <summary>How long a trial may still take.</summary>
    private TimeSpan Left(ActiveTrial trial)
    {
        var left = trialTimeout!.Value - trial.Timer.Counted;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
