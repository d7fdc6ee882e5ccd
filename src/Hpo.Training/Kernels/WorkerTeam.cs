namespace Hpo.Training.Kernels;

/// <summary>
/// A fixed set of threads that share out the items of a job: the thread that calls <see cref="Run"/> and helpers of its own, which run
/// below normal priority so that training never starves a web server in the same process. A job allocates nothing. Used by one
/// caller at a time.
/// </summary>
public sealed class WorkerTeam : IDisposable
{
    // about 50 µs: the next job usually comes sooner, and waking a sleeping thread takes as long
    private const int SpinsBeforeSleep = 400;

    private readonly object _signal = new();
    private readonly Thread[] _helpers;
    private Action<int>? _job;
    private Exception? _failure;
    private int _items;
    private int _nextItem;
    private int _busyHelpers;
    private int _generation;
    private bool _stopping;

    /// <summary>Starts the helpers.</summary>
    /// <param name="threads">The number of threads, the caller's included; at least 1.</param>
    public WorkerTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _helpers = new Thread[threads - 1];
        for (var i = 0; i < _helpers.Length; i++)
        {
            _helpers[i] = new Thread(Help) { IsBackground = true, Name = $"Training helper {i + 1}", Priority = ThreadPriority.BelowNormal };
            _helpers[i].Start();
        }
    }

    /// <summary>The number of threads, the caller's included.</summary>
    public int Threads => _helpers.Length + 1;

    /// <summary>Calls <paramref name="job"/> once for each item, on any thread and in any order, and returns when all are done.</summary>
    /// <param name="items">The number of items.</param>
    /// <param name="job">What to do with an item, given its number from 0.</param>
    /// <remarks>The first exception of a job is thrown again here, after all threads have stopped; remaining items are left out.</remarks>
    public void Run(int items, Action<int> job)
    {
        ArgumentNullException.ThrowIfNull(job);
        ObjectDisposedException.ThrowIf(_stopping, this);
        _job = job;
        _items = items;
        _nextItem = 0;
        if (_helpers.Length > 0 && items > 1)
            StartHelpers();
        WorkOnItems();
        WaitForHelpers();
        var failure = _failure;
        _failure = null;
        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>Ends the helpers and waits for them.</summary>
    public void Dispose()
    {
        if (_stopping)
            return;
        _stopping = true;
        StartHelpers();
        foreach (var helper in _helpers)
            helper.Join();
    }

    private void StartHelpers()
    {
        Volatile.Write(ref _busyHelpers, _helpers.Length);
        lock (_signal)
        {
            Volatile.Write(ref _generation, _generation + 1);
            Monitor.PulseAll(_signal);
        }
    }

    private void Help()
    {
        for (var generation = 1; ; generation++)
        {
            WaitForGeneration(generation);
            if (_stopping)
                return;
            WorkOnItems();
            if (Interlocked.Decrement(ref _busyHelpers) > 0)
                continue;
            lock (_signal)
                Monitor.PulseAll(_signal);
        }
    }

    private void WorkOnItems()
    {
        try
        {
            for (var item = NextItem(); item < _items; item = NextItem())
                _job!(item);
        }
        catch (Exception exception)
        {
            lock (_signal)
                _failure ??= exception;
            Volatile.Write(ref _nextItem, _items);
        }
    }

    private int NextItem() => Interlocked.Increment(ref _nextItem) - 1;

    private void WaitForGeneration(int generation)
    {
        for (var spin = 0; spin < SpinsBeforeSleep; spin++)
        {
            if (Volatile.Read(ref _generation) >= generation)
                return;
            Thread.SpinWait(8);
        }

        lock (_signal)
        {
            while (_generation < generation)
                Monitor.Wait(_signal);
        }
    }

    private void WaitForHelpers()
    {
        for (var spin = 0; spin < SpinsBeforeSleep; spin++)
        {
            if (Volatile.Read(ref _busyHelpers) == 0)
                return;
            Thread.SpinWait(8);
        }

        lock (_signal)
        {
            while (Volatile.Read(ref _busyHelpers) > 0)
                Monitor.Wait(_signal);
        }
    }
}
