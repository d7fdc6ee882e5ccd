using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Figures.Comparisons;

namespace Hpo.Dashboard.Live;

/// <summary>A comparison as all its viewers see it from one tick to the next; each frame is encoded once for all who look alike.</summary>
internal sealed class ComparisonMoment : IMoment
{
    /// <summary>Figures take at most one part in so many of a core's time.</summary>
    private const int EncodingShare = 3;

    private readonly ConcurrentDictionary<(ComparisonView View, bool HasFigure), Lazy<EncodedFrame>> _frames = new();
    private readonly LiveOptions _options;
    private readonly TimeProvider _time;
    private readonly Lazy<Contest> _contest;
    private long _encodingTicks;

    public ComparisonMoment(long number, LiveComparison comparison, LiveOptions options, TimeProvider time, Func<string, ComparedObjective> objective)
    {
        Number = number;
        _options = options;
        _time = time;
        // the version first: what is newer than it comes with the next moment
        Version = comparison.Version;
        Snapshot = comparison.Snapshot;
        Lanes = comparison.Lanes;
        Progress = comparison.Progress;
        LogFailure = comparison.LogFailure;
        Beat = LogFailure is null && Snapshot.Status == ComparisonStatus.Running ? options.Beat : options.IdleBeat;
        _contest = new(() => new(
            [.. Snapshot.Definition.Methods.Select(method => method.Name)],
            [.. Snapshot.Definition.Objectives.Select(objective)],
            Snapshot.Definition.Kind == ComparisonKind.Race));
    }

    /// <summary>Counts the moments of a broadcast, from 1.</summary>
    public long Number { get; }

    /// <summary>Counts what is new; see <see cref="Hpo.Studies.Log.LiveLog{TEvent, TSnapshot}.Version"/>.</summary>
    public long Version { get; }

    public ComparisonSnapshot Snapshot { get; }

    public ImmutableArray<LaneProgress> Lanes { get; }

    public ComparisonProgress Progress { get; }

    public string? LogFailure { get; }

    /// <summary>The time until the next moment at the latest.</summary>
    public TimeSpan Beat { get; }

    /// <summary>The time that must pass before the next moment: figures that take long to compute (a bootstrap of many methods, say) come less often.</summary>
    public TimeSpan Tick
    {
        get
        {
            var rest = EncodingShare * new TimeSpan(Interlocked.Read(ref _encodingTicks));
            return rest > _options.ComparisonTick ? rest : _options.ComparisonTick;
        }
    }

    /// <summary>What is compared.</summary>
    public Contest Contest => _contest.Value;

    /// <summary>The frame for a viewer whose figure is that of a sequence number (0: none yet); the same object for all who ask alike.</summary>
    public EncodedFrame FrameFor(ComparisonView view, long figure)
    {
        var key = (View: view, HasFigure: figure == Snapshot.Sequence);
        return _frames.GetOrAdd(key, _ => new Lazy<EncodedFrame>(() => Encode(view, key.HasFigure))).Value;
    }

    private EncodedFrame Encode(ComparisonView view, bool hasFigure)
    {
        var start = _time.GetTimestamp();
        var frame = ComparisonFrameEncoder.Encode(this, view, hasFigure);
        Interlocked.Add(ref _encodingTicks, _time.GetElapsedTime(start).Ticks);
        return frame;
    }
}
