namespace Hpo.Studies.Log;

/// <summary>What tells one kind of log from another, those of studies from those of comparisons: everything else about them is the same.</summary>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TSnapshot">What is folded from it.</typeparam>
public abstract class LogKind<TEvent, TSnapshot>
    where TEvent : class
    where TSnapshot : class, ILogSnapshot
{
    /// <summary>Where its logs are.</summary>
    public abstract LogTables Tables { get; }

    /// <summary>How its events are written.</summary>
    public abstract EventJson<TEvent> Json { get; }

    /// <summary>The event with which a run ends.</summary>
    public abstract Type End { get; }

    /// <summary>Events that may follow the end of a run and begin none.</summary>
    public virtual IReadOnlyList<Type> Asides => [];

    /// <summary>What there is before any event; null when there is nothing.</summary>
    public virtual TSnapshot? Empty => null;

    /// <summary>What there is after one more event.</summary>
    /// <param name="before">What there was; null for <see cref="Empty"/>.</param>
    /// <param name="logged">The event.</param>
    /// <exception cref="InvalidDataException">The event does not follow what was before.</exception>
    public abstract TSnapshot Fold(TSnapshot? before, LoggedEvent<TEvent> logged);

    /// <summary>What follows a log that breaks off, because its process has vanished or could not write it: the end is the last of it.</summary>
    /// <param name="cut">How it stood.</param>
    /// <param name="now">When that is found.</param>
    public abstract IReadOnlyList<TEvent> Interruption(TSnapshot cut, DateTimeOffset now);

    /// <summary>What there is after several more events.</summary>
    /// <exception cref="InvalidDataException">One of them does not follow the one before.</exception>
    public TSnapshot? Fold(TSnapshot? before, IEnumerable<LoggedEvent<TEvent>> events) => events.Aggregate(before ?? Empty, Fold);
}
