namespace Hpo.Studies.Log;

/// <summary>The run of a study, or a comparison, as its log knows it: one lease, and events in one order until the end. Usable by several threads at once.</summary>
/// <typeparam name="TEvent">What can happen.</typeparam>
public sealed class LogRun<TEvent>
    where TEvent : class
{
    private readonly Lock _order = new();
    private readonly Action<PendingEvent<TEvent>> _write;
    private readonly Type _end;
    private long _last;

    internal LogRun(Lease lease, long last, Type end, Action<PendingEvent<TEvent>> write) =>
        (Lease, _last, _end, _write) = (lease, last, end, write);

    /// <summary>What it stands on.</summary>
    internal Lease Lease { get; }

    /// <summary>Whether its end was handed over: nothing can follow.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Hands an event to the log; it is shown once it is durable. The end of the run gives back its lease.</summary>
    /// <returns>Whether it was taken: nothing is after the end.</returns>
    /// <exception cref="IOException">An earlier event could not be written, so that this one may not follow it.</exception>
    public bool TryWrite(TEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        lock (_order)
        {
            if (HasEnded)
                return false;
            _write(new PendingEvent<TEvent>(Lease.LogId, new LoggedEvent<TEvent>(++_last, happened), Lease));
            HasEnded = happened.GetType() == _end;
            return true;
        }
    }
}
