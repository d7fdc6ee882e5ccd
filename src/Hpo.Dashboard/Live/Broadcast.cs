using Hpo.Studies;

namespace Hpo.Dashboard.Live;

/// <summary>
/// One study, or comparison, on its way to all its viewers: waits for news or the next beat, and makes a new moment of it, at most one a
/// tick. Nobody is called: viewers come for the newest moment when they are ready, so that a slow or stuck one delays nobody, and skips
/// what it missed.
/// </summary>
internal sealed class Broadcast<TWatched, TMoment> : IDisposable
    where TWatched : class
    where TMoment : IMoment
{
    private readonly BroadcastSource<TWatched, TMoment> _source;
    private readonly TimeProvider _time;
    private readonly GuardedWork _work;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopped;
    private readonly Lock _gate = new();
    private TaskCompletionSource<TMoment> _next = NewSignal();
    private TWatched _watched;
    private TMoment _latest;
    private long _stamp;

    public Broadcast(string id, TWatched watched, BroadcastSource<TWatched, TMoment> source, TimeProvider time, GuardedWork work)
    {
        Id = id;
        _watched = watched;
        _source = source;
        _time = time;
        _work = work;
        _stopped = _stop.Token;
        _latest = source.MomentOf(watched, before: default);
        _stamp = time.GetTimestamp();
        _ = RunAsync();
    }

    public string Id { get; }

    /// <summary>Whether it has ended by itself: what it is of is gone, or failed to answer.</summary>
    public bool HasFailed
    {
        get
        {
            lock (_gate)
                return _next.Task.IsFaulted;
        }
    }

    /// <summary>How many viewers share it; kept by <see cref="Broadcasts{TWatched, TMoment}"/>.</summary>
    public int Viewers { get; set; }

    /// <summary>The newest moment, as soon as it is newer than the one a viewer has (0: any).</summary>
    public Task<TMoment> NewerThanAsync(long number, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _latest.Number > number && !_next.Task.IsFaulted
                ? Task.FromResult(_latest)
                : _next.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends the broadcast; called when the last viewer has left.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            Task? change = null;
            while (true)
            {
                await RestAsync().ConfigureAwait(false);
                change ??= _source.WaitForNewsAsync(_watched, _latest, _stopped);
                await Task.WhenAny(change, Task.Delay(_latest.Beat, _time, _stopped)).ConfigureAwait(false);
                if (change.IsCompleted)
                {
                    await change.ConfigureAwait(false);
                    change = null;
                }

                _stopped.ThrowIfCancellationRequested();
                if (_source.Find(Id) is not { } watched)
                {
                    // that it was removed is no fault
                    Fail(_source.NotFound(Id));
                    return;
                }

                if (!watched.Equals(_watched))
                {
                    _watched = watched;
                    change = null;
                }

                Publish(_source.MomentOf(_watched, _latest));
            }
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // the last viewer has left
        }
        // whatever it is, the viewers are told, and each of them ends with it and may come again
        catch (Exception exception)
        {
            _work.Tell(exception, $"showing a {_source.Noun} live", "its viewers are told, and may come again");
            Fail(exception);
        }
    }

    /// <summary>Lets the tick of the latest moment pass.</summary>
    private async Task RestAsync()
    {
        while (_latest.Tick - _time.GetElapsedTime(_stamp) is var rest && rest > TimeSpan.Zero)
        {
            // timers count whole milliseconds
            await Task.Delay(rest + TimeSpan.FromMilliseconds(1), _time, _stopped).ConfigureAwait(false);
        }
    }

    private void Fail(Exception exception)
    {
        lock (_gate)
        {
            _next.SetException(exception);
            // when the last viewer leaves at this moment nobody looks at it; that is no fault
            _ = _next.Task.Exception;
        }
    }

    private void Publish(TMoment moment)
    {
        lock (_gate)
        {
            _stamp = _time.GetTimestamp();
            _latest = moment;
            _next.SetResult(moment);
            _next = NewSignal();
        }
    }

    // viewers go on elsewhere, not one after another on the broadcast's thread
    private static TaskCompletionSource<TMoment> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
