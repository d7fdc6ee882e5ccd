using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Checkpoints;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

/// <summary>
/// The studies of one data folder: starts them, stops them, and finds them again. A study runs whether or not anybody watches. One
/// process at a time uses a folder.
/// </summary>
public sealed class StudyService : IDisposable
{
    private const string IdLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly FolderLock _folderLock;
    private readonly StudyDatabase _database;
    private readonly LogWriter<PendingEvent> _writer;
    private readonly CheckpointFolder _checkpoints;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, LiveStudy> _live = new();
    private readonly ConcurrentDictionary<string, RunningStudy> _running = new();

    /// <summary>The studies whose logs cannot be read to their ends, and why.</summary>
    private readonly ConcurrentDictionary<string, string> _damaged = new();

    /// <summary>Held while a study is resumed, so that it is resumed once.</summary>
    private readonly Lock _resuming = new();

    /// <summary>Opens a data folder, and marks studies that a vanished process left running as interrupted.</summary>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <param name="catalog">What studies can be made of.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="checkpointBudget">The most bytes that the checkpoints of paused trials may take.</param>
    /// <exception cref="IOException">The folder cannot be written, or another process uses it.</exception>
    /// <exception cref="InvalidDataException">The database in the folder is damaged or of a later version.</exception>
    public StudyService(
        string folder, StudyCatalog catalog, TimeProvider? time = null, long checkpointBudget = CheckpointFolder.DefaultBudget)
    {
        Catalog = catalog;
        _time = time ?? TimeProvider.System;
        _folderLock = new FolderLock(folder, "studies.lock");
        try
        {
            _database = new StudyDatabase(Path.Combine(folder, "studies.db"));
            _writer = new LogWriter<PendingEvent>("study log writer", pending => pending.Run ?? pending.StudyId, _database.Append, Publish, OnUnwritten);
            _checkpoints = new CheckpointFolder(Path.Combine(folder, "checkpoints"), checkpointBudget);
            MarkInterrupted();
            RemoveUselessCheckpoints();
        }
        catch
        {
            _writer?.Dispose();
            _folderLock.Dispose();
            throw;
        }
    }

    /// <summary>What studies can be made of.</summary>
    public StudyCatalog Catalog { get; }

    /// <summary>Starts a study.</summary>
    /// <param name="definition">What it runs.</param>
    /// <param name="owner">Whose it is; empty for the presenter.</param>
    /// <returns>The study; its first events follow as soon as they are durable.</returns>
    /// <exception cref="InvalidInputException">The definition has problems; nothing was started or stored.</exception>
    /// <exception cref="IOException">It could not be stored; nothing was started.</exception>
    public LiveStudy Start(StudyDefinition definition, string owner = "")
    {
        var problems = StudyDefinitionRules.FindProblems(definition, Catalog);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        var header = new StudyHeader(RandomNumberGenerator.GetString(IdLetters, 8), _time.GetUtcNow(), definition, owner);
        var running = NewRunning(header, [], isNew: true);
        // in memory before it is in the database, so that nobody loads a second copy
        var live = _live[header.Id] = NewLive(header, []);
        try
        {
            _database.Add(header);
        }
        catch
        {
            _live.TryRemove(header.Id, out _);
            throw;
        }

        _running[header.Id] = running;
        running.Start();
        return live;
    }

    /// <summary>
    /// Goes on with a study that was interrupted. Its searcher and scheduler are made anew and told again all that its log says; returns when they
    /// stand where they stood, which takes as long as their decisions did. Trials that were running are run again under their own numbers, and
    /// what they had reported stands.
    /// </summary>
    /// <returns>The study; its next events follow as soon as they are durable.</returns>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="CannotResumeException">It was not interrupted, or it goes on already, or this program decides otherwise than its log says.</exception>
    /// <exception cref="InvalidInputException">This program cannot run its definition.</exception>
    /// <exception cref="IOException">Its log cannot be read or written.</exception>
    public LiveStudy Resume(string id)
    {
        var live = Find(id) ?? throw new KeyNotFoundException($"There is no study {id}.");
        var problems = StudyDefinitionRules.FindProblems(live.Definition, Catalog);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        lock (_resuming)
        {
            if (_damaged.ContainsKey(id))
                throw new CannotResumeException($"The study cannot be resumed: {live.LogFailure}");
            if (live.LogFailure is not null && !_running.ContainsKey(id))
                CloseLog(live);
            if (!live.Snapshot.CanResume || _running.ContainsKey(id))
                throw new CannotResumeException("The study cannot be resumed: only one that was interrupted can.");
            var running = NewRunning(live.Header, _database.Read(id), isNew: false);
            _running[id] = running;
            running.StartAndWait();
        }

        return live;
    }

    /// <summary>The study of an id; null when there is none.</summary>
    public LiveStudy? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (_live.TryGetValue(id, out var live))
            return live;
        return _database.Find(id) is { } header ? _live.GetOrAdd(id, _ => Load(header)) : null;
    }

    /// <summary>All studies, the newest first.</summary>
    public IReadOnlyList<StudySummary> List() =>
        [.. _database.List().Select(header => _live.GetOrAdd(header.Id, _ => Load(header)).Summary)];

    /// <summary>
    /// Has a running study do what a person wants. Whether that person may is for the caller to know. Returns as soon as the study has taken it in,
    /// which may be after a decision of its searcher; what was done is an event and follows when that is durable.
    /// </summary>
    /// <returns>What was done and how to take it back, or why it was not done.</returns>
    public StudyAnswer Send(string id, StudyCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (Find(id) is not { } live)
            return StudyAnswer.Refused($"There is no study {id}.");
        var study = live.Snapshot;
        if (CommandRules.Problem(command, live.Definition, study) is { } problem)
            return StudyAnswer.Refused(problem);
        return _running.TryGetValue(id, out var running) ? running.Send(command, study) : StudyAnswer.Refused("The study is not running.");
    }

    /// <summary>Looks at everything in the database: the file, the definitions, and every event. Studies may run meanwhile.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public LogCheckResult Check() => _database.Check();

    /// <summary>Makes the database as small as what is in it.</summary>
    /// <returns>The number of bytes before and after.</returns>
    /// <exception cref="InvalidOperationException">A study is running: it would have to wait.</exception>
    /// <exception cref="IOException">The file cannot be written; it takes as much room again while it is rewritten.</exception>
    public (long Before, long After) Compact() => _running.IsEmpty
        ? _database.Compact()
        : throw new InvalidOperationException("The database is not compacted while a study is running: it would have to wait.");

    /// <summary>Ends running studies as interrupted and closes the folder.</summary>
    public void Dispose()
    {
        foreach (var running in _running.Values)
            running.Interrupt();
        _writer.Dispose();
        _folderLock.Dispose();
    }

    private RunningStudy NewRunning(StudyHeader header, IReadOnlyList<LoggedEvent> events, bool isNew)
    {
        var (sequence, run) = ((long)events.Count, new object());
        return new RunningStudy(
            header.Id,
            header.Definition,
            isNew ? null : [.. events.Select(logged => logged.Event)],
            Catalog,
            _checkpoints.Of(header.Id),
            studyEvent => _writer.Enqueue(new PendingEvent(header.Id, new LoggedEvent(++sequence, studyEvent), run)),
            OnEnded,
            _time);
    }

    private void OnEnded(RunningStudy ended)
    {
        if (!ended.CanGoOn)
            _checkpoints.Remove(ended.Id);
        _running.TryRemove(ended.Id, out _);
    }

    /// <summary>A study's log ends here. Its tuner hears of it with its next event, if there is one.</summary>
    private void OnUnwritten(PendingEvent pending, Exception exception)
    {
        if (_live.TryGetValue(pending.StudyId, out var live))
            live.Fail(exception.Message);
    }

    /// <summary>A study of the database. One whose log is damaged is shown as far as it can be read, and says so.</summary>
    private LiveStudy Load(StudyHeader header)
    {
        try
        {
            return NewLive(header, _database.Read(header.Id));
        }
        catch (InvalidDataException)
        {
            var (events, problem) = _database.ReadReadable(header.Id);
            var live = NewLive(header, events);
            live.Fail(problem);
            _damaged[header.Id] = problem;
            return live;
        }
    }

    private LiveStudy NewLive(StudyHeader header, IEnumerable<LoggedEvent> events) =>
        new(header, events, _time, Catalog.Objectives.Find(header.Definition.Objective.Type)?.IsSimulated == true);

    private void Publish(IReadOnlyList<PendingEvent> events)
    {
        foreach (var study in events.GroupBy(pending => pending.StudyId))
        {
            if (_live.TryGetValue(study.Key, out var live))
                live.Publish([.. study.Select(pending => pending.Event)]);
        }
    }

    /// <summary>Only a study that can be resumed has use for its checkpoints.</summary>
    private void RemoveUselessCheckpoints()
    {
        foreach (var id in _checkpoints.Studies)
        {
            if (Find(id) is not { Snapshot.CanResume: true })
                _checkpoints.Remove(id);
        }
    }

    /// <summary>The log of a study that could not be written: now it can, and says that the study was interrupted.</summary>
    private void CloseLog(LiveStudy live)
    {
        var ending = InterruptionRules.EventsAfter(live.Snapshot);
        _database.Append([.. ending.Select(logged => new PendingEvent(live.Id, logged))]);
        live.Recover();
        live.Publish(ending);
    }

    private void MarkInterrupted()
    {
        foreach (var id in _database.Unfinished())
        {
            try
            {
                var study = StudySnapshot.Empty.Apply(_database.Read(id));
                _database.Append([.. InterruptionRules.EventsAfter(study).Select(logged => new PendingEvent(id, logged))]);
            }
            catch (InvalidDataException)
            {
                // the study says so when it is looked at; nothing is written behind what cannot be read
            }
            catch (IOException exception)
            {
                // all can be read as ever; this one is closed when it is resumed
                if (Find(id) is { LogFailure: null } live)
                    live.Fail(exception.Message);
            }
        }
    }
}
