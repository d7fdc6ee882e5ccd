using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Hpo.Studies.Log;

/// <summary>
/// Writes events from one thread. Events that arrive while a transaction is being written go into the next one
/// together, so that the cost of a flush to the disk is shared; none is passed on before its transaction is durable.
/// </summary>
/// <typeparam name="T">An event on its way to the disk.</typeparam>
public sealed class LogWriter<T> : IDisposable
{
    private const int MaxBatch = 1000;

    /// <summary>Bounded, so that a tuner that outruns the disk waits instead of filling the memory.</summary>
    private readonly BlockingCollection<T> _queue = new(boundedCapacity: 20_000);
    private readonly Action<IReadOnlyList<T>> _append, _onDurable;
    private readonly Thread _thread;
    private volatile ExceptionDispatchInfo? _failure;

    /// <summary>Starts writing.</summary>
    /// <param name="name">The writing thread's name.</param>
    /// <param name="append">Puts events on the disk, all or none of them; when it returns they are there.</param>
    /// <param name="onDurable">Told of events once they are on the disk, in order, from the writing thread.</param>
    public LogWriter(string name, Action<IReadOnlyList<T>> append, Action<IReadOnlyList<T>> onDurable)
    {
        _append = append;
        _onDurable = onDurable;
        _thread = new Thread(WriteAll) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Hands over an event; returns before it is written.</summary>
    /// <exception cref="IOException">An earlier event could not be written, so that this one may not follow it.</exception>
    public void Enqueue(T pending)
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
        var batch = new List<T>(MaxBatch);
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
    private void Write(List<T> batch)
    {
        if (_failure is not null)
            return;
        try
        {
            _append(batch);
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            return;
        }

        _onDurable(batch);
    }
}
