using System.Collections.Concurrent;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>The studies of a database in memory: read when somebody asks for them, and kept up to date with what is written, here or by other processes.</summary>
/// <param name="database">The database.</param>
/// <param name="catalog">What studies are made of.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveStudies(StudyDatabase database, StudyCatalog catalog, TimeProvider time)
{
    private readonly LiveMemory<LiveStudy> _memory = NewMemory();

    /// <summary>The studies whose logs, or definitions, cannot be read.</summary>
    private readonly ConcurrentDictionary<string, string> _damaged = new();

    /// <summary>Whether one is in memory that has not ended, and so may have news.</summary>
    public bool AnyUnfinished => _memory.AnyNeeded(live => live.Snapshot.Status != StudyStatus.Ended);

    /// <summary>Those whose logs end before they did, but could go on.</summary>
    public IEnumerable<LiveStudy> Unwritten => _memory.All.Where(live => live.LogFailure is not null && !IsDamaged(live.Id));

    internal static LiveMemory<LiveStudy> NewMemory() => new(live => live.Id, live => live.Snapshot.Status != StudyStatus.Ended || live.LogFailure is not null);

    /// <summary>Takes in a new study.</summary>
    public LiveStudy Add(StudyHeader header) => _memory.Add(New(header, []));

    /// <summary>Forgets a study.</summary>
    public void Remove(string id) => _memory.Remove(id);

    /// <summary>The study of an id if it is in memory.</summary>
    public LiveStudy? InMemory(string id) => _memory.Peek(id);

    /// <summary>The study of an id; null when there is none.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public LiveStudy? Find(string id) => _memory.Find(id) ?? (database.Find(id) is { } header ? Of(header) : null);

    /// <summary>The study of a header.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public LiveStudy Of(StudyHeader header) => _memory.Find(header.Id) ?? _memory.Add(Load(header));

    /// <summary>Whether the study's definition, or its log, cannot be read to its end.</summary>
    public bool IsDamaged(string id) => _damaged.ContainsKey(id);

    /// <summary>Sees to it that events of this process, which are about to be written, can follow what their studies' logs say.</summary>
    /// <exception cref="InvalidDataException">They cannot.</exception>
    public void Require(IReadOnlyList<PendingEvent> events)
    {
        foreach (var study in events.GroupBy(pending => pending.StudyId))
            _memory.Peek(study.Key)?.Require([.. study.Select(pending => pending.Event)]);
    }

    /// <summary>Shows events of this process that have become durable.</summary>
    /// <returns>The studies that have ended with them.</returns>
    public IReadOnlyList<LiveStudy> Publish(IReadOnlyList<PendingEvent> events)
    {
        var ended = new List<LiveStudy>();
        foreach (var study in events.GroupBy(pending => pending.StudyId))
        {
            if (_memory.Peek(study.Key) is not { } live)
                continue;
            live.Publish([.. study.Select(pending => pending.Event)]);
            _memory.Keep(live);
            if (live.Snapshot.Status == StudyStatus.Ended)
                ended.Add(live);
        }

        return ended;
    }

    /// <summary>Says of a study that its log could not be written.</summary>
    public void Fail(string id, string reason)
    {
        if (_memory.Peek(id) is not { } live)
            return;
        live.Fail(reason);
        _memory.Keep(live);
    }

    /// <summary>Shows what other processes have written.</summary>
    /// <param name="isHere">Whether a study runs here: what is written of it is shown by <see cref="Publish(IReadOnlyList{PendingEvent})"/>.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public void CatchUp(Func<string, bool> isHere)
    {
        foreach (var live in _memory.All.Where(live => !isHere(live.Id)))
            CatchUp(live);
    }

    /// <summary>Shows what was written of a study meanwhile.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public void CatchUp(LiveStudy live)
    {
        if (IsDamaged(live.Id))
            return;
        try
        {
            var events = database.Read(live.Id, live.Snapshot.Sequence);
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

    /// <summary>A study of the database. One that is damaged is shown as far as it can be read, and says so.</summary>
    private LiveStudy Load(StudyHeader header)
    {
        try
        {
            var live = New(header, header.Problem is null ? database.Read(header.Id) : []);
            if (header.Problem is not null)
                Damage(live, header.Problem);
            return live;
        }
        catch (InvalidDataException)
        {
            var (events, problem) = database.ReadReadable(header.Id);
            var live = New(header, events);
            Damage(live, problem);
            return live;
        }
    }

    private LiveStudy New(StudyHeader header, IEnumerable<LoggedEvent> events) =>
        new(header, events, time, catalog.Objectives.Find(header.Definition.Objective.Type)?.IsSimulated == true);

    private void Damage(LiveStudy live, string problem)
    {
        live.Fail(problem);
        _damaged[live.Id] = problem;
    }
}
