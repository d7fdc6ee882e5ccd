using Hpo.Comparisons.Running;
using Hpo.Studies;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Dashboard.Live;

/// <summary>The comparisons that are being watched now, one broadcast each, whatever the views of its viewers.</summary>
public sealed class ComparisonBroadcasts(IComparisonSource source, LiveOptions options, TimeProvider time, ILogger<ComparisonBroadcasts>? logger = null)
{
    private readonly Broadcasts<LiveComparison, ComparisonMoment> _broadcasts = new(
        new Source(source, options, time), time, new GuardedWork(logger ?? NullLogger<ComparisonBroadcasts>.Instance));

    /// <summary>How many comparisons are being watched.</summary>
    public int Count => _broadcasts.Count;

    /// <summary>The view of a comparison that is meant.</summary>
    /// <exception cref="ComparisonNotFoundException">There is no such comparison.</exception>
    /// <exception cref="ArgumentException">There is no such view; the message says why.</exception>
    public ComparisonView ViewOf(string comparisonId, ComparisonViewRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Of((source.Find(comparisonId) ?? throw new ComparisonNotFoundException(comparisonId)).Snapshot.Definition);
    }

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
    public IAsyncEnumerable<EncodedFrame> WatchAsync(string comparisonId, ComparisonView view, CancellationToken cancellationToken = default) =>
        _broadcasts.WatchAsync(comparisonId, 0, (moment, figure) => moment.FrameFor(view, figure), cancellationToken);

    private sealed class Source(IComparisonSource comparisons, LiveOptions options, TimeProvider time) : BroadcastSource<LiveComparison, ComparisonMoment>
    {
        public override string Noun => "comparison";

        public override LiveComparison? Find(string id) => comparisons.Find(id);

        public override Exception NotFound(string id) => new ComparisonNotFoundException(id);

        public override ComparisonMoment MomentOf(LiveComparison watched, ComparisonMoment? before) =>
            new((before?.Number ?? 0) + 1, watched, options, time, comparisons.Objective);

        public override Task WaitForNewsAsync(LiveComparison watched, ComparisonMoment moment, CancellationToken cancellationToken) =>
            watched.WaitForChangeAsync(moment.Version, cancellationToken);

        public override void OnSent(EncodedFrame frame) => LiveMetrics.SentComparison(frame);
    }
}
