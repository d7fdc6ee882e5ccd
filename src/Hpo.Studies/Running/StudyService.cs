using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Checkpoints;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Organising;
using Hpo.Studies.Sharing;
using Hpo.Studies.Views;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Studies.Running;

/// <summary>
/// The studies of one data folder: starts them, stops them, and finds them again. A study runs whether or not anybody watches. Several
/// processes may use a folder: one of them runs a study, all of them show it.
/// </summary>
public sealed partial class StudyService : IDisposable
{
    /// <summary>The letters of ids and codes: no two that are taken for each other.</summary>
    internal const string IdLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly StudyDatabase _database;
    private readonly LogHost<LiveStudy, StudyEvent, StudySnapshot> _host;
    private readonly CheckpointFolder _checkpoints;
    private readonly TimeProvider _time;
    private readonly LiveStudies _live;
    private readonly Summaries _summaries;
    private readonly ConcurrentDictionary<string, RunningStudy> _running = new();
    private readonly StudyJournal _journal;
    private readonly GuardedWork _work;

    /// <summary>Opens a data folder, and marks studies that a vanished process left running as interrupted.</summary>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <param name="catalog">What studies can be made of.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="checkpointBudget">The most bytes that the checkpoints of paused trials may take.</param>
    /// <param name="loggers">Where it says what happens; null for nowhere.</param>
    /// <exception cref="IOException">The folder cannot be written, or an earlier version of this program uses it.</exception>
    /// <exception cref="InvalidDataException">The database in the folder is damaged or of a later version.</exception>
    public StudyService(
        string folder, StudyCatalog catalog, TimeProvider? time = null, long checkpointBudget = CheckpointFolder.DefaultBudget, ILoggerFactory? loggers = null)
    {
        Catalog = catalog;
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<StudyService>();
        (_journal, _work) = (new StudyJournal(logger), new GuardedWork(logger));
        _time = time ?? TimeProvider.System;
        var place = new LogFolder(folder, "studies.lock", "studies");
        try
        {
            _database = new StudyDatabase(place.Database);
            _live = new LiveStudies(_database, catalog, _time);
            _host = new LogHost<LiveStudy, StudyEvent, StudySnapshot>(
                place,
                _database.Log,
                _live,
                new LogCalls<LiveStudy>
                {
                    IsHere = _running.ContainsKey,
                    IsAnyHere = () => !_running.IsEmpty,
                    Answer = AnswerRequest,
                    OnUnwritten = _journal.Unwritten,
                    OnEnded = ended => _summaries!.Keep(ended),
                },
                _time,
                _work);
            _summaries = new Summaries(_database, () => _host.Version, _live);
            Organiser = new StudyOrganiser(_database.File, () => _host.Version, _time, Forget, _work);
            _checkpoints = new CheckpointFolder(Path.Combine(folder, "checkpoints"), checkpointBudget, _host.IsElsewhere);
            _host.CloseAll();
            // only a study that can be resumed has use for its checkpoints
            _checkpoints.RemoveUnless(id => Find(id) is { Snapshot.CanResume: true });
            _host.Start();
        }
        catch
        {
            Organiser?.Dispose();
            if (_host is null)
                place.Dispose();
            _host?.Dispose();
            throw;
        }
    }

    /// <summary>What studies can be made of.</summary>
    public StudyCatalog Catalog { get; }

    /// <summary>The codes under which studies are watched.</summary>
    public WatchCodes WatchCodes => _database.WatchCodes;

    /// <summary>Starts a study.</summary>
    /// <param name="definition">What it runs.</param>
    /// <param name="owner">Whose it is; empty for the presenter.</param>
    /// <param name="id">The id it is to have, one of <see cref="NewId"/>; null for a new one.</param>
    /// <returns>The study; its first events follow as soon as they are durable.</returns>
    /// <exception cref="InvalidInputException">The definition has problems; nothing was started or stored.</exception>
    /// <exception cref="IOException">It could not be stored; nothing was started.</exception>
    public LiveStudy Start(StudyDefinition definition, string owner = "", string? id = null)
    {
        definition = definition.WithPlainNames();
        var problems = StudyDefinitionRules.FindProblems(definition, Catalog);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        var header = new StudyHeader(id ?? NewId(), _time.GetUtcNow(), definition, owner);
        var lease = _host.NewLease(header.Id);
        // in memory before it is in the database, so that nobody loads a second copy
        var live = _live.Add(header);
        RunningStudy running;
        try
        {
            running = NewRunning(live, lease, [], isNew: true);
            _database.Add(header, lease);
        }
        catch
        {
            _live.Remove(header.Id);
            throw;
        }

        _running[header.Id] = running;
        _journal.Starts(header);
        StudyMetrics.StudyRuns(1);
        running.Start();
        return live;
    }

    /// <summary>
    /// Goes on with a study that was interrupted. Its searcher and scheduler are made anew and told again all that its log says; returns when they
    /// stand where they stood, which takes as long as their decisions did. Trials that were running are run again under their own numbers, and
    /// what they had reported stands.
    /// </summary>
    /// <param name="id">The study's id.</param>
    /// <param name="timeLimit">The most time it may have, that before included; null for what its definition says.</param>
    /// <returns>The study; its next events follow as soon as they are durable.</returns>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="CannotResumeException">It was not interrupted, or it goes on already, here or in another process, or this program decides otherwise than its log says.</exception>
    /// <exception cref="InvalidInputException">This program cannot run its definition.</exception>
    /// <exception cref="IOException">Its log cannot be read or written.</exception>
    public LiveStudy Resume(string id, TimeSpan? timeLimit = null)
    {
        var live = Find(id) ?? throw new KeyNotFoundException($"There is no study {id}.");
        if (_live.IsDamaged(id))
            throw new CannotResumeException($"The study cannot be resumed: {live.LogFailure}");
        var problems = StudyDefinitionRules.FindProblems(live.Definition, Catalog);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        using var hold = _host.TryHold(id);
        if (hold is null || _running.ContainsKey(id))
            throw new CannotResumeException("The study cannot be resumed: it goes on already.");
        _host.Close(live);
        var lease = _host.TryTake(id) ?? throw new CannotResumeException("The study cannot be resumed: another process runs it already.");
        try
        {
            // from now on nobody else writes to its log
            _live.CatchUp(live);
            if (!live.Snapshot.CanResume)
                throw new CannotResumeException("The study cannot be resumed: only one that was interrupted can.");
            var running = NewRunning(live, lease, _database.Read(id), isNew: false, timeLimit);
            _running[id] = running;
            StudyMetrics.StudyRuns(1);
            using var span = StudyMetrics.Traces.StartActivity("hpo.study.resume");
            span?.SetTag("hpo.study.id", id);
            running.StartAndWait();
        }
        catch
        {
            _host.Release(lease);
            throw;
        }

        return live;
    }

    /// <summary>The study of an id; null when there is none.</summary>
    public LiveStudy? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (Organiser.IsDeleted(id) || _live.Find(id) is not { } study)
            return null;
        if (Organiser.Of(id).Name is { Length: > 0 } name)
            study.Call(name);
        return study;
    }

    /// <summary>All studies, the newest first.</summary>
    public IReadOnlyList<StudySummary> List() => Organiser.Deleted.IsEmpty && !Organiser.HasRenamed
        ? _summaries.List()
        : [.. _summaries.List().Where(study => !Organiser.IsDeleted(study.Id)).Select(Called)];

    private StudySummary Called(StudySummary study) => Organiser.Of(study.Id).Name is { Length: > 0 } name && name != study.Name ? study with { Name = name } : study;

    /// <summary>Looks at everything in the database: the file, the definitions, and every event. Studies may run meanwhile.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public LogCheckResult Check() => _database.Check();

    /// <summary>Tries whether the database can be written now, without changing anything.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public void RequireUsable() => _host.RequireUsable();

    /// <summary>Makes the database as small as what is in it.</summary>
    /// <returns>The number of bytes before and after.</returns>
    /// <exception cref="InvalidOperationException">A study is running, here or in another process: it would have to wait.</exception>
    /// <exception cref="IOException">The file cannot be written; it takes as much room again while it is rewritten.</exception>
    public (long Before, long After) Compact() => _running.IsEmpty && !_host.IsAnyElsewhere
        ? _database.Compact()
        : throw new InvalidOperationException("The database is not compacted while a study is running: it would have to wait.");

    /// <summary>Ends the studies that run here as interrupted and closes the folder.</summary>
    public void Dispose()
    {
        _host.Stop();
        // all at once: each ends only when its trials have noticed
        Task.WaitAll([.. _running.Values.Select(running => _work.StartLong($"interrupting study {running.Id}", "its log says so at the next start", running.Interrupt))]);
        Organiser.Dispose();
        _host.Dispose();
    }

    internal static string NewId() => RandomNumberGenerator.GetString(IdLetters, 8);

    private RunningStudy NewRunning(LiveStudy live, Lease lease, IReadOnlyList<LoggedEvent<StudyEvent>> events, bool isNew, TimeSpan? timeLimit = null)
    {
        var run = _host.NewRun(lease, events.Count);
        return new RunningStudy(
            live.Id,
            live.Definition.Within(timeLimit),
            isNew ? null : [.. events.Select(logged => logged.Event)],
            Catalog,
            _checkpoints.Of(live.Id),
            // the study stays in memory as long as its run has it
            studyEvent =>
            {
                run.TryWrite(studyEvent);
                _journal.Note(live.Id, studyEvent);
            },
            ended => OnEnded(ended, lease),
            _time,
            _work,
            sharesCores: live.Owner.Length > 0);
    }

    private void OnEnded(RunningStudy ended, Lease lease)
    {
        if (!ended.CanGoOn)
            _work.Do("removing the checkpoints of a study", "they are removed at the next start", () => _checkpoints.Remove(ended.Id));
        if (ended.Failure is not null)
        {
            _journal.Fails(ended.Id, ended.Failure);
            // its end, which would give the lease back, will never be written
            _host.Release(lease);
        }

        _running.TryRemove(ended.Id, out _);
        StudyMetrics.StudyRuns(-1);
    }
}
