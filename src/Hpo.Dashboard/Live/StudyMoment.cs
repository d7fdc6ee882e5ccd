using System.Collections.Concurrent;
using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Live;

/// <summary>A study as all its viewers see it from one tick to the next, with the frames that lead there from wherever a viewer stands.</summary>
public sealed class StudyMoment : IMoment
{
    private const long Nothing = 0;

    private readonly IWatchedStudy _study;
    private readonly LiveOptions _options;
    private readonly ConcurrentDictionary<long, Lazy<EncodedFrame>> _frames = new();

    /// <summary>A study as it stands now.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">Pace and bounds.</param>
    /// <param name="before">The moment of the broadcast before this one, which is not followed by another; null for the first.</param>
    public StudyMoment(IWatchedStudy study, LiveOptions options, StudyMoment? before = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        Number = (before?.Number ?? 0) + 1;
        _study = study;
        _options = options;
        Snapshot = study.Snapshot;
        LogFailure = study.LogFailure;
        // read after the snapshot, so that time does not run backwards
        Elapsed = study.ElapsedNow;
        Descriptions = StudyDescriptions.Of(study, Snapshot, options, before?.Descriptions);
    }

    /// <summary>Counts the moments of a broadcast, from 1.</summary>
    public long Number { get; }

    /// <summary>The state that all frames of this moment lead to.</summary>
    public StudySnapshot Snapshot { get; }

    /// <summary>How its figures are described.</summary>
    internal StudyDescriptions Descriptions { get; }

    /// <summary>How long the study has run.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Why the log ends too early; null as long as all is well.</summary>
    public string? LogFailure { get; }

    /// <summary>The time until the next moment at the latest.</summary>
    public TimeSpan Beat => LogFailure is null && Snapshot.IsTicking ? _options.Beat : _options.IdleBeat;

    /// <summary>The time that must pass before the next moment.</summary>
    public TimeSpan Tick => _options.Tick;

    /// <summary>How many different frames were encoded.</summary>
    public int Encodings => _frames.Count(frame => frame.Value.IsValueCreated);

    /// <summary>The frame for a viewer that has everything up to a sequence number (0: nothing yet); the same object for all who ask alike.</summary>
    public EncodedFrame FrameAfter(long sequence)
    {
        // ahead of the log: the viewer saw a study that is no longer there, and begins anew; so does one that lags too far
        if (sequence < 0 || sequence > Snapshot.Sequence || Snapshot.Sequence - sequence > _options.MaxDeltaEvents)
            sequence = Nothing;
        return _frames.GetOrAdd(sequence, key => new Lazy<EncodedFrame>(() => Encode(key))).Value;
    }

    private EncodedFrame Encode(long after)
    {
        if (after == Nothing)
            return FrameEncoder.Snapshot(this, _options);
        if (after == Snapshot.Sequence)
            return FrameEncoder.Beat(this);
        return EventsAfter(after) is { } events ? FrameEncoder.Delta(this, events) : FrameAfter(Nothing);
    }

    /// <summary>All events from a sequence number to this moment's; null when the study no longer keeps them all.</summary>
    private List<LoggedEvent<StudyEvent>>? EventsAfter(long sequence)
    {
        if (_study.EventsAfter(sequence) is not { } all)
            return null;
        // the study may have gone on since this moment
        var events = all.TakeWhile(logged => logged.Sequence <= Snapshot.Sequence).ToList();
        // it opens trials again that had ended, which nothing that is drawn can follow: begin again from the whole
        if (events.Exists(logged => logged.Event is StudyResumed))
            return null;
        return events.Count == Snapshot.Sequence - sequence && events[0].Sequence == sequence + 1 ? events : null;
    }
}
