using System.Runtime.CompilerServices;
using Hpo.Comparisons.Running;
using Microsoft.AspNetCore.SignalR;

namespace Hpo.Dashboard.Live;

/// <summary>
/// The comparisons that are being watched. Nobody is called: viewers wait for news themselves, come for the newest moment when they are ready,
/// at most one a tick, and share it, so that a slow or stuck one delays nobody and skips what it missed.
/// </summary>
public sealed class ComparisonFeeds(IComparisonSource source, LiveOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly ConditionalWeakTable<LiveComparison, ComparisonMoment> _latest = [];

    /// <summary>The view of a comparison that is meant.</summary>
    /// <exception cref="ComparisonNotFoundException">There is no such comparison.</exception>
    /// <exception cref="ArgumentException">There is no such view; the message says why.</exception>
    public ComparisonView ViewOf(string comparisonId, ComparisonViewRequest request) =>
        request.Of((source.Find(comparisonId) ?? throw new ComparisonNotFoundException(comparisonId)).Snapshot.Definition);

    /// <summary>The view that a browser asks for.</summary>
    /// <exception cref="HubException">There is no such comparison or view; the message says so.</exception>
    internal ComparisonView RequireView(string comparisonId, ComparisonViewRequest? request)
    {
        try
        {
            return ViewOf(comparisonId, request ?? new(null, null, null, null, null));
        }
        catch (Exception exception) when (exception is ComparisonNotFoundException or ArgumentException)
        {
            throw new HubException(exception.Message, exception);
        }
    }

    /// <summary>
    /// A comparison in a view, frame after frame; see <see cref="ComparisonFrameEncoder"/>. It goes on when the comparison ends, with slow beats, because
    /// a comparison can be taken up again and given another name.
    /// </summary>
    /// <exception cref="ComparisonNotFoundException">There is no such comparison, or no longer.</exception>
    public async IAsyncEnumerable<EncodedFrame> WatchAsync(
        string comparisonId, ComparisonView view, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var figure = 0L; ;)
        {
            var comparison = source.Find(comparisonId) ?? throw new ComparisonNotFoundException(comparisonId);
            var (frame, version, beat) = Newest(comparison, view, figure);
            figure = frame.To;
            LiveMetrics.SentComparison(frame);
            yield return frame;
            await NewsAsync(comparison, version, beat, cancellationToken).ConfigureAwait(false);
            while (TooEarly(comparison, version) is { } early)
                await Task.Delay(early, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // not a part of the iterator, so that a viewer that does not come back keeps one frame alive and not a whole moment
    private (EncodedFrame Frame, long Version, TimeSpan Beat) Newest(LiveComparison comparison, ComparisonView view, long figure)
    {
        var moment = Moment(comparison);
        return (moment.FrameFor(view, figure), moment.Version, moment.Beat);
    }

    /// <summary>The newest moment: a new one when the last one is a tick old and there is news, or a beat old.</summary>
    private ComparisonMoment Moment(LiveComparison comparison)
    {
        lock (_gate)
        {
            if (_latest.TryGetValue(comparison, out var latest))
            {
                var age = time.GetElapsedTime(latest.Stamp);
                if (age < latest.Tick || (comparison.Version == latest.Version && age < latest.Beat))
                    return latest;
            }

            var moment = new ComparisonMoment(comparison, options, time, source.Objective);
            _latest.AddOrUpdate(comparison, moment);
            return moment;
        }
    }

    /// <summary>How long a viewer of a version must wait for a newer moment; null when there is one, or it is time for one.</summary>
    private TimeSpan? TooEarly(LiveComparison comparison, long version)
    {
        lock (_gate)
        {
            if (!_latest.TryGetValue(comparison, out var latest) || latest.Version > version)
                return null;
            var early = latest.Tick - time.GetElapsedTime(latest.Stamp);
            // timers count whole milliseconds
            return early > TimeSpan.Zero ? early + TimeSpan.FromMilliseconds(1) : null;
        }
    }

    private async Task NewsAsync(LiveComparison comparison, long version, TimeSpan beat, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(comparison.WaitForChangeAsync(version, waiting.Token), Task.Delay(beat, time, waiting.Token)).ConfigureAwait(false);
        // the other one is not waited for any longer
        await waiting.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
