using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Hpo.Studies.Log;

/// <summary>
/// Writes the events of all studies from one thread. Events that arrive while a transaction is being written go into the next one
/// together, so that the cost of a flush to the disk is shared; none is passed on before its transaction is durable.
/// </summary>
public sealed class LogWriter : IDisposable
{
    private const int MaxBatch = 1000;

    /// <summary>Bounded, so that a tuner that outruns the disk waits instead of filling the memory.</summary>
    private readonly BlockingCollection<PendingEvent> _queue = new(boundedCapacity: 20_000);
    private readonly StudyDatabase _database;
    private readonly Action<IReadOnlyList<PendingEvent>> _onDurable;
    private readonly Thread _thread;
    private volatile ExceptionDispatchInfo? _failure;

    /// <summary>Starts writing to a database.</summary>
    /// <param name="database">Where to.</param>
    /// <param name="onDurable">Told of events once they are on the disk, in order, from the writing thread.</param>
    public LogWriter(StudyDatabase database, Action<IReadOnlyList<PendingEvent>> onDurable)
    {
        _database = database;
        _onDurable = onDurable;
        _thread = new Thread(WriteAll) { IsBackground = true, Name = "study log writer" };
        _thread.Start();
    }

    /// <summary>Hands over an event; returns before it is written.</summary>
    /// <exception cref="IOException">An earlier event could not be written, so that this one may not follow it.</exception>
    public void Enqueue(PendingEvent pending)
    {
        _failure?.Throw();
        _queue.Add(pending);
    }

    /// <summary>Writes what was handed over and stops.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    private void WriteAll()
    {
        var batch = new List<PendingEvent>(MaxBatch);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < MaxBatch && _queue.TryTake(out var next))
                batch.Add(next);
            Write(batch);
        }
    }

    /// <summary>After a failure nothing more is written: a log with a gap would be worse than one that ends early.</summary>
    private void Write(List<PendingEvent> batch)
    {
        if (_failure is not null)
            return;
        try
        {
            _database.Append(batch);
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            return;
        }

        _onDurable(batch);
    }
}
