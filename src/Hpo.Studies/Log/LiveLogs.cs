using System.Collections.Concurrent;

namespace Hpo.Studies.Log;

/// <summary>
/// Logs of one kind in memory: read when somebody asks for them, kept up to date with what is written, here or by other processes, and given up when nobody needs them. Usable
/// by several threads at once.
/// </summary>
/// <typeparam name="TLive">What is in memory.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TSnapshot">What is folded from it.</typeparam>
/// <param name="log">The logs.</param>
public abstract class LiveLogs<TLive, TEvent, TSnapshot>(EventLog<TEvent, TSnapshot> log)
    where TLive : LiveLog<TEvent, TSnapshot>
    where TEvent : class
    where TSnapshot : class, ILogSnapshot
{
    private readonly LiveMemory<TLive> _memory = NewMemory();

    /// <summary>Those that cannot be read.</summary>
    private readonly ConcurrentDictionary<string, string> _damaged = new();

    /// <summary>Whether one is in memory that has not ended, and so may have news.</summary>
    public bool AnyUnfinished => _memory.AnyNeeded(live => !live.Snapshot.HasEnded);

    /// <summary>Those whose logs end before they did, but could go on.</summary>
    internal IEnumerable<TLive> Unwritten => _memory.All.Where(live => live.LogFailure is not null && !IsDamaged(live.Id));

    /// <summary>Takes in a new one.</summary>
    public TLive Add(TLive live) => _memory.Add(live);

    /// <summary>Forgets one.</summary>
    public void Remove(string id) => _memory.Remove(id);

    /// <summary>The one of an id if it is in memory; it is not asked for.</summary>
    public TLive? InMemory(string id) => _memory.Peek(id);

    /// <summary>The one of an id; null when there is none.</summary>
    /// <exception cref="InvalidDataException">Nothing of it can be read.</exception>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public TLive? Find(string id) => _memory.Find(id) ?? (Load(id) is { } live ? _memory.Add(live) : null);

    /// <summary>Whether it cannot be read to its end.</summary>
    public bool IsDamaged(string id) => _damaged.ContainsKey(id);

    /// <summary>Shows what was written of one meanwhile.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public void CatchUp(TLive live)
    {
        ArgumentNullException.ThrowIfNull(live);
        if (IsDamaged(live.Id))
            return;
        try
        {
            var events = log.Read(live.Id, live.Snapshot.Sequence);
            if (events.Count == 0)
                return;
            // whatever kept this process from writing, the log goes on
            live.Recover();
            live.Publish(events);
        }
        catch (InvalidDataException exception)
        {
            Damage(live, exception.Message);
        }

        _memory.Keep(live);
    }

    /// <summary>Says of one that has ended that there is nothing left that could not be written.</summary>
    internal void Recover(TLive live)
    {
        live.Recover();
        _memory.Keep(live);
    }

    /// <summary>As little as there must be in memory: those that are needed, and the last few that were asked for.</summary>
    internal static LiveMemory<TLive> NewMemory() => new(live => live.Id, live => !live.Snapshot.HasEnded || live.LogFailure is not null);

    /// <summary>Sees to it that events of this process, which are about to be written, can follow what their logs say.</summary>
    /// <exception cref="InvalidDataException">They cannot.</exception>
    internal void Require(IReadOnlyList<PendingEvent<TEvent>> events)
    {
        foreach (var own in events.GroupBy(pending => pending.LogId))
            _memory.Peek(own.Key)?.Require([.. own.Select(pending => pending.Event)]);
    }

    /// <summary>Shows events of this process that have become durable.</summary>
    /// <returns>Those that have ended with them.</returns>
    internal IReadOnlyList<TLive> Publish(IReadOnlyList<PendingEvent<TEvent>> events)
    {
        var ended = new List<TLive>();
        foreach (var own in events.GroupBy(pending => pending.LogId))
        {
            if (_memory.Peek(own.Key) is not { } live)
                continue;
            live.Publish([.. own.Select(pending => pending.Event)]);
            _memory.Keep(live);
            if (live.Snapshot.HasEnded)
                ended.Add(live);
        }

        return ended;
    }

    /// <summary>Says of one that its log could not be written.</summary>
    internal void Fail(string id, string reason)
    {
        if (_memory.Peek(id) is not { } live)
            return;
        live.Fail(reason);
        _memory.Keep(live);
    }

    /// <summary>Shows what other processes have written.</summary>
    /// <param name="isHere">Whether a log is written here: that is shown by <see cref="Publish"/>.</param>
    /// <param name="work">Has a guard for each: one that cannot be read holds up none of the others.</param>
    /// <returns>Whether all of it could be read.</returns>
    internal bool CatchUp(Func<string, bool> isHere, GuardedWork work)
    {
        var isAllRead = true;
        foreach (var live in _memory.All.Where(live => !isHere(live.Id)))
            isAllRead &= work.DoAgain($"reading {log.Kind.Tables.Noun} {live.Id}", "what is shown of it stands still until the next look", () => CatchUp(live));
        return isAllRead;
    }

    /// <summary>Reads one; null when there is none.</summary>
    /// <exception cref="InvalidDataException">Nothing of it can be read.</exception>
    /// <exception cref="IOException">The database cannot be read.</exception>
    protected abstract TLive? Load(string id);

    /// <summary>Reads one; of one that is damaged as much as can be read, and it says so.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="make">Makes one of its events.</param>
    /// <exception cref="InvalidDataException">Nothing of it can be read.</exception>
    /// <exception cref="IOException">The database cannot be read.</exception>
    protected TLive Read(string id, Func<IReadOnlyList<LoggedEvent<TEvent>>, TLive> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        try
        {
            return make(log.Read(id));
        }
        catch (InvalidDataException)
        {
            var (events, problem) = log.ReadReadable(id);
            var live = make(events);
            Damage(live, problem is { Sequence: { } first } ? $"The log cannot be read from event {first} on: {problem.Message}" : "The log cannot be read.");
            return live;
        }
    }

    /// <summary>Says of one that it cannot be read to its end.</summary>
    protected void Damage(TLive live, string problem)
    {
        ArgumentNullException.ThrowIfNull(live);
        live.Fail(problem);
        _damaged[live.Id] = problem;
    }
}
