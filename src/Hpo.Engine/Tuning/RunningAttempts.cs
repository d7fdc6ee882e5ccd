namespace Hpo.Engine.Tuning;

/// <summary>
/// The attempts that an executor has been given and what it has to be told about them. Used with the lock of the run held; what an executor is told is done without it.
/// </summary>
internal sealed class RunningAttempts(Coordinator coordinator)
{
    private readonly Dictionary<ActiveTrial, RunningAttempt> _running = [];

    /// <summary>What has been found and not yet been asked for: all attempts are looked through once for all that is to be told, and not once for each.</summary>
    private readonly Queue<Action> _toTell = [];

    /// <summary>An attempt has been given to the executor.</summary>
    public void Add(RunningAttempt running)
    {
        _running[running.Attempt.Trial] = running;
        // a person may have stopped it since it was begun, or its time may be over
        if (running.IsToBeCancelled)
            Monitor.PulseAll(coordinator.SyncRoot);
    }

    /// <summary>An attempt has ended.</summary>
    public void Remove(RunningAttempt running)
    {
        // another worker may have gone on with its trial by now
        if (_running.GetValueOrDefault(running.Attempt.Trial) == running)
            _running.Remove(running.Attempt.Trial);
        if (!running.IsResting)
            return;
        // somebody waits for an answer
        _toTell.Enqueue(running.Abandon);
        Monitor.PulseAll(coordinator.SyncRoot);
    }

    /// <summary>What an executor has to be told next: that a trial is to end, or goes on. Null for nothing. To be done before the next is asked for.</summary>
    public Action? NextToTell()
    {
        if (_toTell.Count == 0)
            Look();
        return _toTell.TryDequeue(out var tell) ? tell : null;
    }

    private void Look()
    {
        foreach (var running in _running.Values)
        {
            if (running.IsToBeCancelled)
                _toTell.Enqueue(running.Cancel);
            if (running.IsToGoOn)
                _toTell.Enqueue(running.GoOn());
        }
    }
}
