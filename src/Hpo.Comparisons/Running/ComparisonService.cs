using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Engine.Validation;
using Hpo.Studies;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;
using Hpo.Studies.Sharing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hpo.Comparisons.Running;

/// <summary>
/// The comparisons of one data folder: starts them, stops them, and finds them again. A comparison runs whether or not anybody watches. Several processes may use a folder: one of them
/// runs a comparison, all of them show and steer it. One that a vanished process left running is marked as interrupted by those that live, keeps its results, and goes on in any of them
/// when it is resumed.
/// </summary>
public sealed class ComparisonService : IDisposable
{
    /// <summary>The largest number of comparisons that run in this process at the same time: all of them share the cores.</summary>
    public const int MaxRunning = 4;

    /// <summary>How long a deleted comparison can be brought back at least.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(10);

    private readonly LogHost<LiveComparison, ComparisonEvent, ComparisonSnapshot> _host;
    private readonly ComparisonDatabase _database;
    private readonly LiveComparisons _live;
    private readonly ComparisonRuns _runs;
    private readonly ComparisonList _list;
    private readonly DeletedComparisons _deleted;
    private readonly ComparisonJournal _journal;
    private readonly GuardedWork _work;

    /// <summary>Opens the comparisons of a data folder, and marks those that a vanished process left running as interrupted.</summary>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <param name="catalog">What comparisons can be made of.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="threads">How many repetitions of a comparison run at the same time; null for one a core.</param>
    /// <param name="loggers">Where it says what happens; null for nowhere.</param>
    /// <exception cref="IOException">The folder cannot be written, or an earlier version of this program runs its comparisons.</exception>
    /// <exception cref="InvalidDataException">The database in the folder is damaged.</exception>
    public ComparisonService(string folder, StudyCatalog catalog, TimeProvider? time = null, int? threads = null, ILoggerFactory? loggers = null)
    {
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<ComparisonService>();
        (_journal, _work) = (new ComparisonJournal(logger), new GuardedWork(logger));
        Catalog = catalog;
        time ??= TimeProvider.System;
        var cores = threads ?? Environment.ProcessorCount;
        var place = new LogFolder(folder, "comparisons.lock", "comparisons");
        try
        {
            _database = new ComparisonDatabase(place.Database);
            _live = new LiveComparisons(_database, cores, time);
            _host = new LogHost<LiveComparison, ComparisonEvent, ComparisonSnapshot>(
                place,
                _database.Log,
                _live,
                new LogCalls<LiveComparison>
                {
                    IsHere = id => _runs!.Contains(id),
                    IsAnyHere = () => _runs!.Any,
                    Answer = Answer,
                    OnUnwritten = _journal.Unwritten,
                },
                time,
                _work);
            _runs = new ComparisonRuns(_host, _database, _live, catalog, cores, time, _journal, _work);
            _list = new ComparisonList(_database, () => _host.Version, _live);
            _host.CloseAll();
            _deleted = new DeletedComparisons(_database, () => _host.Version, _live.Remove, time, _work);
            _host.Start();
        }
        catch
        {
            _deleted?.Dispose();
            if (_host is null)
                place.Dispose();
            _host?.Dispose();
            throw;
        }
    }

    /// <summary>What comparisons can be made of.</summary>
    public StudyCatalog Catalog { get; }

    /// <summary>Whether any comparison runs, here or in another process.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public bool IsAnyRunning => _runs.Any || _host.IsAnyElsewhere;

    /// <summary>The codes by which comparisons are watched.</summary>
    public WatchCodes WatchCodes => _database.WatchCodes;

    /// <summary>Starts a comparison.</summary>
    /// <exception cref="InvalidInputException">The definition has problems, or too many comparisons run; nothing was started or stored.</exception>
    /// <exception cref="IOException">It could not be stored; nothing was started.</exception>
    public LiveComparison Start(ComparisonDefinition definition) => _runs.Start(definition, null);

    /// <summary>
    /// Starts a comparison's definition once more, with the same seed; when both have finished, the new one's <see cref="ComparisonSnapshot.SameAsOriginal"/>
    /// says whether all results are equal. They are unless time is measured.
    /// </summary>
    /// <returns>The new comparison; null when there is no comparison of this id.</returns>
    /// <exception cref="InvalidInputException">This program cannot run it any more, or too many comparisons run.</exception>
    /// <exception cref="IOException">It could not be stored; nothing was started.</exception>
    public LiveComparison? Repeat(string id) =>
        Find(id)?.Snapshot is { } original ? _runs.Start(original.Definition with { Name = original.Name }, id) : null;

    /// <summary>The comparison of an id; null when there is none.</summary>
    /// <exception cref="InvalidDataException">Nothing of it can be read.</exception>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public LiveComparison? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _deleted.Contains(id) ? null : _live.Find(id);
    }

    /// <summary>All comparisons, the newest first.</summary>
    public IReadOnlyList<ComparisonSummary> List() => _list.Read();

    /// <summary>Ends a running comparison within an epoch's step, whichever process runs it; its results are kept. Returns false when it is not running.</summary>
    /// <exception cref="IOException">The process that runs it does not answer.</exception>
    public bool Cancel(string id) => _runs.Cancel(id) || (Find(id) is not null && _host.Ask(id, ComparisonRequest.Cancel) == ComparisonRequest.Done);

    /// <summary>Goes on with a comparison that ended before all results were there, in this process. Returns false when there is no such comparison.</summary>
    /// <exception cref="InvalidInputException">This program cannot run it any more, or too many comparisons run.</exception>
    /// <exception cref="IOException">The log could not be written.</exception>
    public bool Resume(string id) => Find(id) is { } live && _runs.Resume(live);

    /// <summary>Gives a comparison another name. Returns false when there is no such comparison.</summary>
    /// <exception cref="InvalidInputException">The name cannot be one.</exception>
    /// <exception cref="IOException">The log could not be written, or the process that runs it does not answer.</exception>
    public bool Rename(string id, string name)
    {
        if (ComparisonRules.Name(name) is { } problem)
            throw new InvalidInputException([new("name", problem)]);
        if (Find(id) is not { } live)
            return false;
        var renamed = new ComparisonRenamed(name.Trim());
        if (_runs.TryNote(live, renamed))
            return true;
        if (_host.Ask(id, ComparisonRequest.Rename(renamed.Name)) is { } answer)
        {
            if (answer != ComparisonRequest.Done)
                throw new IOException("The process that runs the comparison could not do it.");
            _live.CatchUp(live);
            return true;
        }

        // nobody runs it any more
        return _runs.TryNote(live, renamed) ? true : throw new IOException("Another process has just begun to run the comparison; nothing was changed.");
    }

    /// <summary>
    /// Deletes a comparison: it is hidden at once, and gone for good after <see cref="UndoTime"/>. Returns false when there is none, or when it is running: cancel it first.
    /// </summary>
    /// <exception cref="IOException">That could not be written.</exception>
    public bool Delete(string id)
    {
        if (!_database.Has(id) || _deleted.Contains(id) || !_runs.WhileIdle(id, () => _deleted.Add(id)))
            return false;
        _journal.Deleted(id);
        return true;
    }

    /// <summary>Brings a deleted comparison back; returns false when it is gone for good.</summary>
    /// <exception cref="IOException">That could not be written.</exception>
    public bool Restore(string id)
    {
        if (!_deleted.Restore(id))
            return false;
        // one whose log could not be written was deleted as if it ran
        _runs.Close(id);
        return true;
    }

    /// <summary>The comparisons that can still be brought back, the last deleted first.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public IReadOnlyList<DeletedComparison> Deleted() => _deleted.List();

    /// <summary>Looks at all comparisons in the database: every event, and whether it makes sense after the one before. Comparisons may run meanwhile.</summary>
    /// <exception cref="InvalidDataException">The file is so damaged that it cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public ComparisonCheckResult Check() => _database.Check();

    /// <summary>Ends the comparisons that run here as interrupted and closes the folder.</summary>
    public void Dispose()
    {
        _host.Stop();
        _deleted.Dispose();
        _runs.InterruptAll();
        _host.Dispose();
    }

    /// <summary>Does what another process asks of a comparison that runs here.</summary>
    private string Answer(string id, string request)
    {
        try
        {
            var isDone = request == ComparisonRequest.Cancel
                ? _runs.Cancel(id)
                : ComparisonRequest.NameIn(request) is { } name && ComparisonRules.Name(name) is null && Find(id) is { } live && _runs.TryNote(live, new ComparisonRenamed(name));
            return isDone ? ComparisonRequest.Done : ComparisonRequest.NotDone;
        }
        catch (Exception exception)
        {
            // whoever asks is told at once, and not that nobody answers
            _work.Tell(exception, "answering another process", "it is told so");
            return ComparisonRequest.NotDone;
        }
    }
}
