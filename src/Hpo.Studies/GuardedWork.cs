using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hpo.Studies;

/// <summary>
/// Runs what has a thread, a timer or a task of its own. Whatever it throws is logged with its stack and with what is then true, and ends nothing else: an exception that
/// leaves a thread or a timer would end the process. Usable by several threads at once.
/// </summary>
/// <param name="logger">Where faults go.</param>
public sealed partial class GuardedWork(ILogger logger)
{
    /// <summary>By repeated work the fault that it had last, so that a fault that stays is told once.</summary>
    private readonly ConcurrentDictionary<string, string> _faults = new();

    /// <summary>Does something once.</summary>
    /// <param name="work">What it is, for the log, such as <c>"removing checkpoints"</c>.</param>
    /// <param name="afterFault">What is true when it throws, a clause such as <c>"the study is interrupted"</c>.</param>
    /// <param name="action">What is done.</param>
    /// <returns>What it threw; null when all went well.</returns>
    public Exception? Do(string work, string afterFault, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
            return null;
        }
        catch (Exception exception)
        {
            Tell(exception, work, afterFault);
            return exception;
        }
    }

    /// <summary>Does something that is done again and again: the same fault one time after the other is logged once, and so is its end.</summary>
    /// <param name="work">What it is, one name for each work that is repeated.</param>
    /// <param name="afterFault">What is true when it throws.</param>
    /// <param name="action">What is done.</param>
    /// <returns>Whether all went well.</returns>
    public bool DoAgain(string work, string afterFault, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
        }
        catch (Exception exception)
        {
            TellOnce(exception, work, afterFault);
            return false;
        }

        IsWell(work);
        return true;
    }

    /// <summary>Does something asynchronous that is done again and again, as <see cref="DoAgain"/> does.</summary>
    /// <param name="work">What it is, one name for each work that is repeated.</param>
    /// <param name="afterFault">What is true when it throws.</param>
    /// <param name="action">What is done. When it was wanted no longer (it was cancelled, or what it works on was disposed of), that is no fault.</param>
    public async Task DoAgainAsync(string work, string afterFault, Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            await action().ConfigureAwait(false);
            IsWell(work);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // nobody looks any more
        }
        catch (Exception exception)
        {
            TellOnce(exception, work, afterFault);
        }
    }

    /// <summary>A thread, not started.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="afterFault">What is true when it throws.</param>
    /// <param name="action">What it does.</param>
    public Thread NewThread(string name, string afterFault, Action action) =>
        new(() => Do(name, afterFault, action)) { IsBackground = true, Name = name };

    /// <summary>A timer.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="work">What it does, in words.</param>
    /// <param name="afterFault">What is true when it throws.</param>
    /// <param name="action">What it does.</param>
    /// <param name="due">When first.</param>
    /// <param name="period">And then how often.</param>
    public ITimer NewTimer(TimeProvider time, string work, string afterFault, Action action, TimeSpan due, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.CreateTimer(_ => DoAgain(work, afterFault, action), null, due, period);
    }

    /// <summary>A timer of asynchronous work.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="work">What it does, in words.</param>
    /// <param name="afterFault">What is true when it throws.</param>
    /// <param name="action">What it does.</param>
    /// <param name="due">When first.</param>
    /// <param name="period">And then how often.</param>
    public ITimer NewTimer(TimeProvider time, string work, string afterFault, Func<Task> action, TimeSpan due, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.CreateTimer(_ => _ = DoAgainAsync(work, afterFault, action), null, due, period);
    }

    /// <summary>Begins something that takes long, on a thread of its own. The task ends when that has, and is never faulted.</summary>
    /// <param name="work">What it is.</param>
    /// <param name="afterFault">What is true when it throws.</param>
    /// <param name="action">What is done.</param>
    public Task StartLong(string work, string afterFault, Action action) =>
        Task.Factory.StartNew(() => Do(work, afterFault, action), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Begins something that nobody waits for. The task is never faulted.</summary>
    /// <param name="work">What it is.</param>
    /// <param name="afterFault">What is true when it throws.</param>
    /// <param name="action">What is done.</param>
    public async Task StartAsync(string work, string afterFault, Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            await Task.Run(action).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // it was wanted no longer
        }
        catch (Exception exception)
        {
            Tell(exception, work, afterFault);
        }
    }

    /// <summary>Says what was thrown by work that has a guard of its own.</summary>
    /// <param name="exception">What it threw.</param>
    /// <param name="work">What it is.</param>
    /// <param name="afterFault">What is true now.</param>
    [LoggerMessage(1, LogLevel.Error, "A fault in {Work}: {AfterFault}")]
    public partial void Tell(Exception exception, string work, string afterFault);

    private void TellOnce(Exception exception, string work, string afterFault)
    {
        var fault = $"{exception.GetType()}: {exception.Message}";
        if (_faults.GetValueOrDefault(work) != fault)
            Tell(exception, work, afterFault);
        _faults[work] = fault;
    }

    private void IsWell(string work)
    {
        if (!_faults.IsEmpty && _faults.TryRemove(work, out _))
            LogWell(work);
    }

    [LoggerMessage(2, LogLevel.Information, "All is well again in {Work}")]
    private partial void LogWell(string work);
}
