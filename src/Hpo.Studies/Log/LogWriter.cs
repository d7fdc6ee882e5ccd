using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Hpo.Studies.Log;

/// <summary>
/// Writes events from one thread. Events that arrive while a transaction is being written go into the next one
/// together, so that the cost of a flush to the disk is shared; none is passed on before its transaction is durable. After an event that could
/// not be written, no other of its run is: a log with a gap would be worse than one that ends early. Other runs go on as soon as the disk lets them. Whoever
/// is told and throws, misses what it was told; the writer goes on.
/// </summary>
/// <typeparam name="T">An event on its way to the disk.</typeparam>
public sealed class LogWriter<T> : IDisposable
{
    private const int MaxBatch = 1000;

    /// <summary>Bounded, so that a tuner that outruns the disk waits instead of filling the memory.</summary>
    private readonly BlockingCollection<T> _queue = new(boundedCapacity: 20_000);
    private readonly Func<T, object> _runOf;
    private readonly Action<IReadOnlyList<T>> _append, _onDurable;
    private readonly Action<T, Exception>? _onFailed;
    private readonly Action<Exception>? _onFault;
    private readonly Thread _thread;
    private readonly object _counting = new();
    private long _taken, _handled;

    /// <summary>By run why an event of it could not be written.</summary>
    private readonly ConcurrentDictionary<object, ExceptionDispatchInfo> _failures = new();

    /// <summary>Starts writing.</summary>
    /// <param name="name">The writing thread's name.</param>
    /// <param name="runOf">The run that an event belongs to, by which it stands or falls.</param>
    /// <param name="append">Puts events on the disk, all or none of them; when it returns they are there. What it throws is what the run of the event hears.</param>
    /// <param name="onDurable">Told of events once they are on the disk, in order, from the writing thread.</param>
    /// <param name="onFailed">Told of the first event of a run that could not be written, and why, from the writing thread; null for nobody.</param>
    /// <param name="onFault">Told what the two before have thrown, from the writing thread; null for nobody.</param>
    public LogWriter(
        string name,
        Func<T, object> runOf,
        Action<IReadOnlyList<T>> append,
        Action<IReadOnlyList<T>> onDurable,
        Action<T, Exception>? onFailed = null,
        Action<Exception>? onFault = null)
    {
        _onFailed = onFailed;
        _onFault = onFault;
        _runOf = runOf;
        _append = append;
        _onDurable = onDurable;
        _thread = new Thread(WriteAll) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Hands over an event; returns before it is written.</summary>
    /// <exception cref="IOException">An earlier event of its run could not be written, so that this one may not follow it.</exception>
    public void Enqueue(T pending)
    {
        if (_failures.TryGetValue(_runOf(pending), out var failure))
            failure.Throw();
        lock (_counting)
            _taken++;
        StudyMetrics.Queued(1);
        _queue.Add(pending);
    }

    /// <summary>Waits until all that was handed over is written, or never will be.</summary>
    public void Flush()
    {
        lock (_counting)
        {
            var last = _taken;
            while (_handled < last)
                Monitor.Wait(_counting);
        }
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
            var count = batch.Count;
            StudyMetrics.Queued(-count);
            Write(batch);
            lock (_counting)
            {
                _handled += count;
                Monitor.PulseAll(_counting);
            }
        }
    }

    private void Write(List<T> batch)
    {
        batch.RemoveAll(pending => _failures.ContainsKey(_runOf(pending)));
        if (batch.Count == 0 || TryWrite(batch, out var failure))
            return;
        var runs = batch.GroupBy(_runOf).ToList();
        foreach (var run in runs)
        {
            // what one of them has done must not fall back on the others
            if (runs.Count > 1 && TryWrite([.. run], out failure))
                continue;
            _failures[run.Key] = failure!;
            Tell(() => _onFailed?.Invoke(run.First(), failure!.SourceException));
        }
    }

    private bool TryWrite(List<T> events, out ExceptionDispatchInfo? failure)
    {
        failure = null;
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var span = StudyMetrics.Traces.StartActivity("hpo.log.write");
            span?.SetTag("hpo.log.events", events.Count);
            _append(events);
            StudyMetrics.Written(events.Count, TimeProvider.System.GetElapsedTime(began));
        }
        catch (Exception exception)
        {
            failure = ExceptionDispatchInfo.Capture(exception);
            return false;
        }

        Tell(() => _onDurable(events));
        return true;
    }

    /// <summary>Calls somebody whose faults are not the writer's.</summary>
    private void Tell(Action subscriber)
    {
        try
        {
            subscriber();
        }
        catch (Exception exception)
        {
            TellFault(exception);
        }
    }

    private void TellFault(Exception fault)
    {
        try
        {
            _onFault?.Invoke(fault);
        }
        catch (Exception)
        {
            // there is nobody left to tell
        }
    }
}
