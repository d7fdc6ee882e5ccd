using Hpo.Studies;

namespace Hpo.Dashboard.Live;

/// <summary>
/// One study on its way to all its viewers: waits for news or the next beat, and makes a new <see cref="StudyMoment"/> of it, at most one a
/// tick. Nobody is called: viewers come for the newest moment when they are ready, so that a slow or stuck one delays nobody, and skips
/// what it missed.
/// </summary>
internal sealed class StudyBroadcast : IDisposable
{
    private readonly IStudySource _source;
    private readonly LiveOptions _options;
    private readonly TimeProvider _time;
    private readonly GuardedWork _work;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopped;
    private readonly Lock _gate = new();
    private TaskCompletionSource<StudyMoment> _next = NewSignal();
    private IWatchedStudy _study;
    private StudyMoment _latest;

    public StudyBroadcast(string id, IWatchedStudy study, IStudySource source, LiveOptions options, TimeProvider time, GuardedWork work)
    {
        Id = id;
        _study = study;
        _source = source;
        _options = options;
        _time = time;
        _work = work;
        _stopped = _stop.Token;
        _latest = new StudyMoment(1, study, options);
        _ = RunAsync();
    }

    public string Id { get; }

    /// <summary>Whether it has ended by itself: its study is gone, or failed to answer.</summary>
    public bool HasFailed
    {
        get
        {
            lock (_gate)
                return _next.Task.IsFaulted;
        }
    }

    /// <summary>How many viewers share it; kept by <see cref="StudyBroadcasts"/>.</summary>
    public int Viewers { get; set; }

    /// <summary>The newest moment, as soon as it is newer than the one a viewer has (0: any).</summary>
    public Task<StudyMoment> NewerThanAsync(long number, CancellationToken cancellationToken)
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
                change ??= _study.WaitForChangeAsync(_latest.Snapshot.Sequence, _stopped);
                await Task.WhenAny(change, Task.Delay(_latest.Beat, _time, _stopped)).ConfigureAwait(false);
                if (change.IsCompleted)
                {
                    await change.ConfigureAwait(false);
                    change = null;
                }

                _stopped.ThrowIfCancellationRequested();
                var study = _source.Find(Id) ?? throw new StudyNotFoundException(Id);
                if (!study.Equals(_study))
                {
                    _study = study;
                    change = null;
                }

                Publish(new StudyMoment(_latest.Number + 1, _study, _options));
                await Task.Delay(_options.Tick, _time, _stopped).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // the last viewer has left
        }
        // whatever it is, the viewers are told, and each of them ends with it and may come again
        catch (Exception exception)
        {
            // a study that was removed is no fault
            if (exception is not StudyNotFoundException)
                _work.Tell(exception, "showing a study live", "its viewers are told, and may come again");
            lock (_gate)
            {
                _next.SetException(exception);
                // when the last viewer leaves at this moment nobody looks at it; that is no fault
                _ = _next.Task.Exception;
            }
        }
    }

    private void Publish(StudyMoment moment)
    {
        lock (_gate)
        {
            _latest = moment;
            _next.SetResult(moment);
            _next = NewSignal();
        }
    }

    // viewers go on elsewhere, not one after another on the broadcast's thread
    private static TaskCompletionSource<StudyMoment> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
