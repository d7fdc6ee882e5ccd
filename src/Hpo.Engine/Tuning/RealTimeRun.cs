using Hpo.Engine.Objectives;

namespace Hpo.Engine.Tuning;

/// <summary>
/// A run by the clock: gives trials to an executor and takes care of what becomes of them. No thread is held for a trial. What takes time (a searcher's work, reading
/// and writing checkpoints) is done below normal priority: on the executor's own threads when it tells of an end on such, and else on
/// <see cref="Deciders"/> threads of the run's own; what has to be called without the lock and at normal priority, on the one that waits for the end.
/// </summary>
internal sealed class RealTimeRun(Coordinator coordinator, IExecutor executor, TimeSpan? trialTimeout) : IDisposable
{
    /// <summary>One may be at a searcher's work, of which there is one at a time; the other is there for what can be done meanwhile.</summary>
    public const int Deciders = 2;

    /// <summary>Whether the present thread asks again by itself when the worker that it decides for is free.</summary>
    [ThreadStatic]
    private static bool _isDeciding;

    private readonly CancellationTokenSource _cancelAll = new();
    private readonly Workforce _workers = new(coordinator);
    private readonly RunningAttempts _running = new(coordinator);

    /// <summary>The ends of attempts that came on threads which have better things to do.</summary>
    private readonly Queue<Action> _ended = [];

    private readonly SemaphoreSlim _wake = new(0);
    private int _asleep;
    private bool _isOver;

    /// <summary>Runs trials until there are no more.</summary>
    public void Run()
    {
        var deciders = Enumerable.Range(0, Deciders)
            .Select(number => new Thread(Decide) { IsBackground = true, Name = $"study decisions {number}" }).ToList();
        lock (coordinator.SyncRoot)
            coordinator.OnChanged = WakeDecider;
        deciders.ForEach(decider => decider.Start());
        while (NextToTell() is { } tell)
            Tell(tell);
        lock (coordinator.SyncRoot)
            _isOver = true;
        _wake.Release(Deciders);
        deciders.ForEach(decider => decider.Join());
    }

    public void Dispose()
    {
        _cancelAll.Dispose();
        _wake.Dispose();
    }

    /// <summary>Waits until an executor has to be told something: that a trial is to end, or goes on. Null when the run is ended and no attempt is left.</summary>
    private Action? NextToTell()
    {
        lock (coordinator.SyncRoot)
        {
            while (true)
            {
                if (_running.NextToTell() is { } tell)
                    return tell;
                if (coordinator.IsEnding && !_cancelAll.IsCancellationRequested)
                    return _cancelAll.Cancel;
                if (coordinator.IsEnding && !_workers.AnyBusy)
                    return null;
                Monitor.Wait(coordinator.SyncRoot);
            }
        }
    }

    /// <summary>
    /// On the thread that waits for the end, because an objective's callbacks must not run under the lock, nor below normal priority: what they queue
    /// could make the thread pool start a thread there, which would inherit that.
    /// </summary>
    private void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (AggregateException exception)
        {
            coordinator.Fail(exception);
        }
    }

    /// <summary>Wakes a thread that decides if one sleeps and there may be something for it. Called with the lock held.</summary>
    private void WakeDecider()
    {
        if (_isOver || _asleep == 0 || !(_workers.AnyFree || _ended.Count > 0))
            return;
        _asleep--;
        _wake.Release();
    }

    private void Wake()
    {
        lock (coordinator.SyncRoot)
            WakeDecider();
    }

    private void Decide()
    {
        BackgroundPriority.Enter();
        _isDeciding = true;
        while (NextToDo() is { } work)
            work();
    }

    /// <summary>Waits until there is something to do; null when the run is over.</summary>
    private Action? NextToDo()
    {
        while (true)
        {
            lock (coordinator.SyncRoot)
            {
                if (_isOver)
                    return null;
                if (Find() is { } work)
                {
                    // there may be more
                    WakeDecider();
                    return work;
                }

                if (!coordinator.IsEnding && _workers.IsDone)
                    coordinator.Conclude();
                _asleep++;
            }

            _wake.Wait();
        }
    }

    private Action? Find() => _ended.TryDequeue(out var ended) ? ended
        : _workers.Ask() is var (worker, order) ? Carry(worker, order)
        : null;

    /// <summary>Prepares what a worker has to do. Called with the lock held.</summary>
    /// <returns>Does it; called without the lock.</returns>
    private Action Carry(int worker, WorkerOrder order)
    {
        try
        {
            if (order is WorkerOrder.Suggest { Suggestion: var suggestion })
                return () => Suggest(suggestion, worker);
            var assignment = ((WorkerOrder.Run)order).Assignment;
            var attempt = coordinator.Attempts.Begin(assignment, worker, assignment.DecisionTime);
            return () => Start(attempt, worker);
        }
        catch (Exception exception)
        {
            return () => Fail(exception, worker);
        }
    }

    /// <summary>A fault of the run's own rules: it ends the study and not the process.</summary>
    private void Fail(Exception exception, int worker)
    {
        coordinator.Fail(exception);
        Free(worker);
    }

    private void Suggest(PendingSuggestion suggestion, int worker)
    {
        coordinator.Suggest(suggestion);
        Free(worker);
    }

    private void Start(Attempt attempt, int worker)
    {
        try
        {
            // before its time is measured: what is computed again does not count
            var request = coordinator.Attempts.RequestFor(attempt);
            var running = new RunningAttempt(coordinator, attempt, worker, trialTimeout, _cancelAll.Token);
            lock (coordinator.SyncRoot)
                _running.Add(running);
            Execute(running, request);
        }
        catch (Exception exception)
        {
            Fail(exception, worker);
        }
    }

    private void Execute(RunningAttempt running, EvaluationRequest request)
    {
        Task<AttemptEnd> task;
        try
        {
            task = executor.RunAsync(request, running.Report, running.CancellationToken);
        }
        catch (Exception exception)
        {
            task = Task.FromException<AttemptEnd>(exception);
        }

        task.ContinueWith(
            ended => Ended(running, ended, request.Checkpoint is not null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>An attempt has ended, and this is the executor's thread.</summary>
    private void Ended(RunningAttempt running, Task<AttemptEnd> task, bool hadCheckpoint)
    {
        if (!BackgroundPriority.IsBehind)
        {
            lock (coordinator.SyncRoot)
            {
                _ended.Enqueue(() => TakeIn(running, task, hadCheckpoint));
                WakeDecider();
            }

            return;
        }

        TakeIn(running, task, hadCheckpoint);
        if (_isDeciding)
            Wake();
        else
            DecideFor(running.Worker);
    }

    /// <summary>The worker that has just come free goes on here, without waking another thread.</summary>
    private void DecideFor(int worker)
    {
        _isDeciding = true;
        try
        {
            while (NextFor(worker) is { } work)
                work();
        }
        finally
        {
            _isDeciding = false;
        }
    }

    private Action? NextFor(int worker)
    {
        lock (coordinator.SyncRoot)
        {
            if (!_isOver && _workers.Ask(worker) is { } order)
                return Carry(worker, order);
            // whether there is anything for the others, or the run has come to its end
            WakeDecider();
            return null;
        }
    }

    private void TakeIn(RunningAttempt running, Task<AttemptEnd> task, bool hadCheckpoint)
    {
        var isToGoOn = false;
        try
        {
            if (task.IsCompletedSuccessfully && task.Result is AttemptEnd.CheckpointRefused { Reason: var why } && hadCheckpoint)
            {
                isToGoOn = true;
                Execute(running, running.BeginAnew(why));
            }
            else
            {
                running.TakeIn(task);
            }
        }
        catch (Exception exception)
        {
            coordinator.Fail(exception);
        }

        if (!isToGoOn)
            Unregister(running);
    }

    private void Unregister(RunningAttempt running)
    {
        lock (coordinator.SyncRoot)
            _running.Remove(running);
        running.Dispose();
        Free(running.Worker);
    }

    private void Free(int worker)
    {
        lock (coordinator.SyncRoot)
        {
            _workers.Free(worker);
            // the last one lets the run end
            if (coordinator.IsEnding && !_workers.AnyBusy)
                Monitor.PulseAll(coordinator.SyncRoot);
        }
    }
}
