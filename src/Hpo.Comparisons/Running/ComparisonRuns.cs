using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Engine.Validation;
using Hpo.Studies;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;

namespace Hpo.Comparisons.Running;

/// <summary>Starts comparisons in this process, goes on with those that have ended too early, and ends them. Usable by several threads at once.</summary>
/// <param name="host">Writes what happens.</param>
/// <param name="database">The database.</param>
/// <param name="live">The comparisons in memory.</param>
/// <param name="catalog">What comparisons can be made of.</param>
/// <param name="threads">How many repetitions of a comparison run at the same time.</param>
/// <param name="time">The clock.</param>
/// <param name="journal">Says what becomes of them.</param>
/// <param name="work">Has the threads.</param>
internal sealed class ComparisonRuns(
    LogHost<LiveComparison, ComparisonEvent, ComparisonSnapshot> host,
    ComparisonDatabase database,
    LiveComparisons live,
    StudyCatalog catalog,
    int threads,
    TimeProvider time,
    ComparisonJournal journal,
    GuardedWork work)
{
    private const string IdLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, RunningComparison> _running = new();

    /// <summary>Whether anything runs here.</summary>
    public bool Any => !_running.IsEmpty;

    /// <summary>Whether a comparison runs here.</summary>
    public bool Contains(string id) => _running.ContainsKey(id);

    /// <summary>Starts a comparison.</summary>
    /// <param name="definition">What it compares.</param>
    /// <param name="originalId">The one it repeats; null for none.</param>
    /// <exception cref="InvalidInputException">The definition has problems, or too many comparisons run; nothing was started or stored.</exception>
    /// <exception cref="IOException">It could not be stored; nothing was started.</exception>
    public LiveComparison Start(ComparisonDefinition definition, string? originalId)
    {
        lock (_gate)
        {
            Require(definition);
            var id = RandomNumberGenerator.GetString(IdLetters, 8);
            var started = new ComparisonStarted(time.GetUtcNow(), definition, Provenance.Program, Provenance.Machine, originalId);
            // in memory before it is in the database, so that nobody loads a second copy
            var comparison = live.Add(id, started);
            RunningComparison running;
            try
            {
                var lease = host.NewLease(id);
                running = New(comparison, lease);
                database.Add(id, started, lease);
            }
            catch
            {
                live.Remove(id);
                throw;
            }

            journal.Starts(id, definition);
            Run(running);
            return comparison;
        }
    }

    /// <summary>Goes on with a comparison that ended before all results were there. Returns false when it did not.</summary>
    /// <exception cref="InvalidInputException">This program cannot run it any more, too many comparisons run, or another process has just begun to run it.</exception>
    /// <exception cref="IOException">The log could not be written.</exception>
    public bool Resume(LiveComparison comparison)
    {
        lock (_gate)
        {
            var id = comparison.Id;
            using var hold = host.TryHold(id);
            if (hold is null || !IsIdle(id))
                return false;
            host.Close(comparison);
            if (!comparison.Snapshot.CanResume || live.IsDamaged(id))
                return false;
            Require(comparison.Snapshot.Definition);
            if (host.TryTake(id) is not { } lease)
                throw new InvalidInputException([new("", "Another process runs the comparison already.")]);
            try
            {
                // from now on nobody else writes to its log
                live.CatchUp(comparison);
                if (!comparison.Snapshot.CanResume)
                {
                    host.Release(lease);
                    return false;
                }

                var running = New(comparison, lease);
                running.Log.TryWrite(new ComparisonResumed(time.GetUtcNow()));
                RequireWritten(comparison);
                journal.GoesOn(id);
                Run(running);
                return true;
            }
            catch
            {
                host.Release(lease);
                throw;
            }
        }
    }

    /// <summary>Ends a comparison that runs here. Returns false when it does not.</summary>
    public bool Cancel(string id) => _running.TryGetValue(id, out var running) && running.Cancel();

    /// <summary>Notes something about a comparison that runs here, or that nobody runs. Returns false when another process runs it.</summary>
    /// <exception cref="IOException">The log could not be written.</exception>
    public bool TryNote(LiveComparison comparison, ComparisonEvent happened)
    {
        lock (_gate)
        {
            if (!_running.TryGetValue(comparison.Id, out var running) || !running.Log.TryWrite(happened))
            {
                running?.WaitIfOver();
                return host.TryAppend(comparison, happened);
            }

            RequireWritten(comparison);
            return true;
        }
    }

    /// <summary>Does something with a comparison that nobody runs, and that nobody can run meanwhile. Returns false when it is not done, because somebody does.</summary>
    /// <exception cref="IOException">The log could not be written.</exception>
    public bool WhileIdle(string id, Action action)
    {
        lock (_gate)
        {
            using var hold = host.TryHold(id);
            if (hold is null || !IsIdle(id) || host.TryTake(id) is not { } lease)
                return false;
            try
            {
                action();
                return true;
            }
            finally
            {
                host.Release(lease);
            }
        }
    }

    /// <summary>Ends as interrupted one that has not ended and that nobody runs; one that somebody is at is left alone.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public void Close(string id)
    {
        lock (_gate)
        {
            using var hold = host.TryHold(id);
            if (hold is not null && IsIdle(id))
                host.TryClose(id);
        }
    }

    /// <summary>Ends as interrupted what runs here; returns when nothing does.</summary>
    public void InterruptAll() =>
        // all at once: each ends only when its repetitions have noticed
        Task.WaitAll([.. _running.Values.Select(running => work.StartLong($"interrupting comparison {running.Live.Id}", "it says so at the next start", running.Interrupt))]);

    private RunningComparison New(LiveComparison comparison, Lease lease) =>
        new(comparison, host.NewRun(lease, comparison.Snapshot.Sequence), catalog, threads, OnEnded, time, work);

    private void Run(RunningComparison running)
    {
        _running[running.Live.Id] = running;
        running.Start();
    }

    /// <summary>Whether it does not run here; one that is over is waited for.</summary>
    private bool IsIdle(string id) => !_running.TryGetValue(id, out var running) || running.WaitIfOver();

    private void Require(ComparisonDefinition definition)
    {
        var problems = ComparisonRules.FindProblems(definition, catalog);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        if (_running.Count >= ComparisonService.MaxRunning)
        {
            throw new InvalidInputException(
                [new("", $"{ComparisonService.MaxRunning} comparisons are running already: wait until one of them has ended, or cancel it.")]);
        }
    }

    /// <summary>Waits until what was handed over is durable.</summary>
    private void RequireWritten(LiveComparison comparison)
    {
        host.Flush();
        if (comparison.LogFailure is { } failure)
            throw new IOException(failure);
    }

    private void OnEnded(RunningComparison ended)
    {
        var comparison = ended.Live;
        try
        {
            host.Flush();
            if (ended.Failure is not null)
                work.Tell(ended.Failure, "running a comparison", "what it has computed stands, and it can be gone on with");
            var (outcome, reason) = EndingRules.Of(ended);
            ended.Log.TryWrite(new ComparisonEnded(time.GetUtcNow(), outcome, reason, outcome == ComparisonOutcome.Finished ? SameAsOriginal(comparison.Snapshot) : null));
            journal.Ended(comparison.Id, outcome, reason);
        }
        catch (Exception exception)
        {
            // its end, which would give the lease back, will never be written
            work.Tell(exception, "ending a comparison", "it says that its end could not be written, and is closed as soon as it can be");
            host.GiveUp(comparison, ended.Log, exception.Message);
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(comparison.Id, ended));
        }
    }

    private bool? SameAsOriginal(ComparisonSnapshot snapshot)
    {
        if (!snapshot.Definition.RepeatsExactly || snapshot.OriginalId is not { } originalId)
            return null;
        try
        {
            return live.Find(originalId)?.Snapshot is { Outcome: ComparisonOutcome.Finished } original && !live.IsDamaged(originalId)
                ? SameResults.Are(snapshot.Results, original.Results)
                : null;
        }
        catch (InvalidDataException exception)
        {
            work.Tell(exception, "reading the comparison that was repeated", "it is not said whether the two are equal");
            return null;
        }
    }
}
