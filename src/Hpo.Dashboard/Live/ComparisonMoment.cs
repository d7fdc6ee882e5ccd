using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hpo.Comparisons.Running;

namespace Hpo.Dashboard.Live;

/// <summary>A comparison as all its viewers see it from one tick to the next; each frame is encoded once for all who look alike.</summary>
internal sealed class ComparisonMoment
{
    private readonly ConcurrentDictionary<(ComparisonView View, bool HasFigure), Lazy<EncodedFrame>> _frames = new();
    private readonly Func<string, double?> _knownMinimum;

    public ComparisonMoment(LiveComparison comparison, LiveOptions options, long stamp, Func<string, double?> knownMinimum)
    {
        // the version first: what is newer than it comes with the next moment
        Version = comparison.Version;
        Snapshot = comparison.Snapshot;
        Lanes = comparison.Lanes;
        Progress = comparison.Progress;
        LogFailure = comparison.LogFailure;
        Stamp = stamp;
        Beat = LogFailure is null && Snapshot.Status == ComparisonStatus.Running ? options.Beat : options.IdleBeat;
        _knownMinimum = knownMinimum;
    }

    /// <summary>Counts what is new; see <see cref="LiveComparison.Version"/>.</summary>
    public long Version { get; }

    public ComparisonSnapshot Snapshot { get; }

    public ImmutableArray<LaneProgress> Lanes { get; }

    public ComparisonProgress Progress { get; }

    public string? LogFailure { get; }

    /// <summary>When it was.</summary>
    public long Stamp { get; }

    /// <summary>The time until the next moment at the latest.</summary>
    public TimeSpan Beat { get; }

    /// <summary>How many different frames were encoded.</summary>
    public int Encodings => _frames.Count(frame => frame.Value.IsValueCreated);

    /// <summary>The smallest possible error of an objective; null where it is not known.</summary>
    public double? KnownMinimum(int objective) => _knownMinimum(Snapshot.Definition.Objectives[objective]);

    /// <summary>The frame for a viewer whose figure is that of a sequence number (0: none yet); the same object for all who ask alike.</summary>
    public EncodedFrame FrameFor(ComparisonView view, long figure)
    {
        var key = (View: view, HasFigure: figure == Snapshot.Sequence);
        return _frames.GetOrAdd(key, _ => new Lazy<EncodedFrame>(() => ComparisonFrameEncoder.Encode(this, view, key.HasFigure))).Value;
    }
}
