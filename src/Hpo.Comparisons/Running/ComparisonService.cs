using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Engine.Validation;
using Hpo.Studies;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Comparisons.Running;

/// <summary>
/// The comparisons of one data folder: starts them, stops them, and finds them again. A comparison runs whether or not anybody watches. One
/// that a vanished process left running is marked as interrupted, keeps its results, and goes on when it is resumed. One process at a time runs
/// comparisons of a folder; in any other they can only be looked at.
/// </summary>
public sealed class ComparisonService : IDisposable
{
    /// <summary>The largest number of comparisons that run at the same time: all of them share the cores.</summary>
    public const int MaxRunning = 4;

    /// <summary>How long a deleted comparison can be brought back at least.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(10);

    private const string IdLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly FolderLock? _folderLock;
    private readonly ComparisonTail? _tail;
    private readonly DeletedComparisons? _deleted;
    private readonly ComparisonDatabase _database;
    private readonly LogWriter<LoggedComparisonEvent> _writer;
    private readonly TimeProvider _time;
    private readonly ComparisonJournal _journal;
    private readonly GuardedWork _work;
    private readonly int _threads;
    private readonly Lock _gate = new();
    private readonly LiveMemory<LiveComparison> _live = new(
        live => live.Id, live => live.Snapshot.Status != ComparisonStatus.Ended || live.LogFailure is not null);
    private readonly ConcurrentDictionary<string, ComparisonSummary> _unloaded = new();
    private readonly ConcurrentDictionary<string, RunningComparison> _running = new();

    /// <summary>Opens the comparisons of a data folder.</summary>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <param name="catalog">What comparisons can be made of.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="threads">How many repetitions of a comparison run at the same time; null for one a core.</param>
    /// <param name="loggers">Where it says what happens; null for nowhere.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="InvalidDataException">The database in the folder is damaged.</exception>
    public ComparisonService(string folder, StudyCatalog catalog, TimeProvider? time = null, int? threads = null, ILoggerFactory? loggers = null)
    {
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<ComparisonService>();
        (_journal, _work) = (new ComparisonJournal(logger), new GuardedWork(logger));
        Catalog = catalog;
        _time = time ?? TimeProvider.System;
        _threads = threads ?? Environment.ProcessorCount;
        try
        {
            _folderLock = new FolderLock(folder, "comparisons.lock");
        }
        catch (FolderInUseException)
        {
            // they can be looked at
        }

        try
        {
            _database = new ComparisonDatabase(Path.Combine(folder, DatabaseFile.Name));
            _writer = new(
                "comparison log writer",
                logged => logged.ComparisonId,
                events => _database.Append(events),
                Publish,
                OnUnwritten,
                fault => _work.Tell(fault, "telling what was written", "it is in the log, and is shown when that is next read"));
            if (IsReadOnly)
                _tail = new ComparisonTail(_database, _live, _time, _work);
            else
                _deleted = Begin();
        }
        catch
        {
            _deleted?.Dispose();
            _writer?.Dispose();
            _folderLock?.Dispose();
            throw;
        }
    }

    /// <summary>What comparisons can be made of.</summary>
    public StudyCatalog Catalog { get; }

    /// <summary>Whether another process runs the comparisons of this folder, so that here they can only be looked at.</summary>
    public bool IsReadOnly => _folderLock is null;

    /// <summary>Starts a comparison.</summary>
    /// <exception cref="InvalidInputException">The definition has problems, or too many comparisons run; nothing was started or stored.</exception>
    /// <exception cref="IOException">It could not be stored; nothing was started.</exception>
    public LiveComparison Start(ComparisonDefinition definition) => Start(definition, null);

    /// <summary>
    /// Starts a comparison's definition once more, with the same seed; when both have finished, the new one's <see cref="ComparisonSnapshot.SameAsOriginal"/>
    /// says whether all results are equal. They are unless time is measured.
    /// </summary>
    /// <returns>The new comparison; null when there is no comparison of this id.</returns>
    /// <exception cref="InvalidInputException">This program cannot run it any more, or too many comparisons run.</exception>
    /// <exception cref="IOException">It could not be stored; nothing was started.</exception>
    public LiveComparison? Repeat(string id) =>
        Find(id)?.Snapshot is { } original ? Start(original.Definition with { Name = original.Name }, id) : null;

    /// <summary>The comparison of an id; null when there is none.</summary>
    public LiveComparison? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (_live.Find(id) is { } live)
            return live;
        lock (_gate)
        {
            if (_live.Find(id) is { } here)
                return here;
            var events = IsDeleted(id) ? [] : _database.Read(id);
            return events.Count > 0 ? _live.Add(Load(id, events)) : null;
        }
    }

    /// <summary>All comparisons, the newest first.</summary>
    public IReadOnlyList<ComparisonSummary> List() =>
        [.. _database.Ids().Select(id => _live.Peek(id) is { } live ? live.Summary : IsReadOnly ? Outline(id) : _unloaded.GetOrAdd(id, Outline))];

    /// <summary>Ends a running comparison within an epoch's step; its results are kept. Returns false when it is not running.</summary>
    public bool Cancel(string id)
    {
        if (!_running.TryGetValue(id, out var running))
            return false;
        running.Cancel();
        return true;
    }

    /// <summary>Goes on with a comparison that ended before all results were there. Returns false when there is no such comparison.</summary>
    /// <exception cref="InvalidInputException">This program cannot run it any more, or too many comparisons run.</exception>
    /// <exception cref="IOException">The log could not be written.</exception>
    public bool Resume(string id)
    {
        if (Find(id) is not { } live)
            return false;
        lock (_gate)
        {
            if (!live.Snapshot.CanResume)
                return false;
            ThrowIfNotRunnable(live.Snapshot.Definition);
            live.Record(new ComparisonResumed(_time.GetUtcNow()));
            live.Flush();
            _journal.GoesOn(id);
            Run(live);
        }

        return true;
    }

    /// <summary>Gives a comparison another name. Returns false when there is no such comparison.</summary>
    /// <exception cref="InvalidInputException">The name cannot be one, or another process runs the comparisons.</exception>
    /// <exception cref="IOException">The log could not be written.</exception>
    public bool Rename(string id, string name)
    {
        if (ComparisonRules.Name(name) is { } problem)
            throw new InvalidInputException([new("name", problem)]);
        ThrowIfReadOnly();
        if (Find(id) is not { } live)
            return false;
        live.Record(new ComparisonRenamed(name.Trim()));
        live.Flush();
        return true;
    }

    /// <summary>
    /// Deletes a comparison: it is hidden at once, and gone for good after <see cref="UndoTime"/>. Returns false when there is none, or when it is running: cancel it first.
    /// </summary>
    /// <exception cref="InvalidInputException">Another process runs the comparisons.</exception>
    /// <exception cref="IOException">That could not be written.</exception>
    public bool Delete(string id)
    {
        ThrowIfReadOnly();
        if (Find(id) is not { } live)
            return false;
        lock (_gate)
        {
            if (live is { LogFailure: null, Snapshot.Status: ComparisonStatus.Running })
                return false;
            live.Close();
            _deleted!.Add(id);
            _live.Remove(id);
            _unloaded.TryRemove(id, out _);
            _journal.Deleted(id);
        }

        return true;
    }

    /// <summary>Brings a deleted comparison back; returns false when it is gone for good.</summary>
    /// <exception cref="InvalidInputException">Another process runs the comparisons.</exception>
    /// <exception cref="IOException">That could not be written.</exception>
    public bool Restore(string id)
    {
        ThrowIfReadOnly();
        if (!_database.Restore(id))
            return false;
        // one whose log could not be written was deleted as if it ran
        MarkInterrupted(id);
        return true;
    }

    /// <summary>The comparisons that can still be brought back, the last deleted first.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public IReadOnlyList<DeletedComparison> Deleted() =>
        [.. _database.DeletedAfter(_time.GetUtcNow() - UndoTime).Select(id => new DeletedComparison(id, ComparisonFold.Outline(_database.ReadWithoutResults(id)).Name))];

    /// <summary>Looks at all comparisons in the database: every event, and whether it makes sense after the one before. Comparisons may run meanwhile.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ComparisonCheckResult Check() => _database.Check();

    /// <summary>Ends running comparisons as interrupted and closes the folder.</summary>
    public void Dispose()
    {
        _tail?.Dispose();
        _deleted?.Dispose();
        // all at once: each ends only when its repetitions have noticed
        Task.WaitAll([.. _running.Values.Select(running => _work.StartLong($"interrupting comparison {running.Live.Id}", "it says so at the next start", running.Interrupt))]);
        _writer.Dispose();
        _folderLock?.Dispose();
    }

    private LiveComparison Start(ComparisonDefinition definition, string? originalId)
    {
        lock (_gate)
        {
            ThrowIfNotRunnable(definition);
            var id = RandomNumberGenerator.GetString(IdLetters, 8);
            var started = new ComparisonStarted(_time.GetUtcNow(), definition, Provenance.Program, Provenance.Machine, originalId);
            _database.Add(id, started);
            var live = _live.Add(Load(id, [new(id, 1, started)]));
            _journal.Starts(id, definition);
            Run(live);
            return live;
        }
    }

    private void ThrowIfReadOnly()
    {
        if (IsReadOnly)
        {
            throw new InvalidInputException([new("",
                "Another process runs the comparisons of this data folder: start, change and delete them there. To do so here, end the other one and start this one again.")]);
        }
    }

    private void ThrowIfNotRunnable(ComparisonDefinition definition)
    {
        ThrowIfReadOnly();
        var problems = ComparisonRules.FindProblems(definition, Catalog);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        if (_running.Count >= MaxRunning)
            throw new InvalidInputException([new("", $"{MaxRunning} comparisons are running already: wait until one of them has ended, or cancel it.")]);
    }

    private void Run(LiveComparison live)
    {
        var running = new RunningComparison(live, Catalog, _threads, OnEnded, _time, _work);
        _running[live.Id] = running;
        running.Start();
    }

    private void OnEnded(RunningComparison ended)
    {
        var live = ended.Live;
        try
        {
            live.Flush();
            if (ended.Failure is not null)
                _work.Tell(ended.Failure, "running a comparison", "what it has computed stands, and it can be gone on with");
            var (outcome, reason) = EndingRules.Of(ended);
            live.Record(new ComparisonEnded(_time.GetUtcNow(), outcome, reason, outcome == ComparisonOutcome.Finished ? SameAsOriginal(live.Snapshot) : null));
            _journal.Ended(live.Id, outcome, reason);
        }
        catch (Exception exception)
        {
            _work.Tell(exception, "ending a comparison", "it says that its end could not be written");
            live.Fail(exception.Message);
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(live.Id, ended));
        }
    }

    private bool? SameAsOriginal(ComparisonSnapshot snapshot)
    {
        if (!snapshot.Definition.RepeatsExactly || snapshot.OriginalId is not { } originalId)
            return null;
        try
        {
            return Find(originalId)?.Snapshot is { Outcome: ComparisonOutcome.Finished } original ? SameResults.Are(snapshot.Results, original.Results) : null;
        }
        catch (InvalidDataException exception)
        {
            _work.Tell(exception, "reading the comparison that was repeated", "it is not said whether the two are equal");
            return null;
        }
    }

    private LiveComparison Load(string id, IReadOnlyList<LoggedComparisonEvent> events) => new(id, events, _writer.Enqueue, _threads, _time);

    private ComparisonSummary Outline(string id) =>
        LiveComparison.SummaryOf(id, ComparisonFold.Outline(_database.ReadWithoutResults(id)), _database.CountResults(id));

    private void OnUnwritten(LoggedComparisonEvent logged, Exception exception)
    {
        _journal.Unwritten(logged.ComparisonId, exception.Message);
        if (_live.Peek(logged.ComparisonId) is not { } live)
            return;
        live.Fail(exception.Message);
        _live.Keep(live);
    }

    private void Publish(IReadOnlyList<LoggedComparisonEvent> events)
    {
        foreach (var comparison in events.GroupBy(logged => logged.ComparisonId))
        {
            // what was known of it without reading it is no longer so
            _unloaded.TryRemove(comparison.Key, out _);
            if (_live.Peek(comparison.Key) is not { } live)
                continue;
            live.Publish([.. comparison]);
            _live.Keep(live);
        }
    }

    /// <summary>Also one that is about to be removed.</summary>
    private bool IsDeleted(string id) => _database.DeletedAfter(DateTimeOffset.MinValue).Contains(id);

    private DeletedComparisons Begin()
    {
        foreach (var id in _database.Ids())
            MarkInterrupted(id);
        return new DeletedComparisons(_database, _time, _work);
    }

    /// <summary>Ends what a vanished process left running.</summary>
    private void MarkInterrupted(string id)
    {
        if (ComparisonFold.Outline(_database.ReadWithoutResults(id)).Status != ComparisonStatus.Running)
            return;
        var sequence = _database.Read(id)[^1].Sequence;
        _database.Append([new(id, sequence + 1, new ComparisonEnded(_time.GetUtcNow(), ComparisonOutcome.Interrupted, EndingRules.Interrupted))]);
    }
}
