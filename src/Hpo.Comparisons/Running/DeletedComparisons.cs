using System.Collections.Immutable;
using Hpo.Comparisons.Log;
using Hpo.Studies;

namespace Hpo.Comparisons.Running;

/// <summary>The comparisons that were deleted, here or by another process: hidden at once, and removed for good once they can no longer be brought back.</summary>
internal sealed class DeletedComparisons : IDisposable
{
    private const string Removing = "removing deleted comparisons", StayHidden = "they stay hidden, and it is tried again in a while";

    private readonly ComparisonDatabase _database;
    private readonly Func<long> _latest;
    private readonly Action<string> _forget;
    private readonly TimeProvider _time;
    private readonly ITimer _removal;
    private readonly Lock _gate = new();
    private ImmutableHashSet<string> _ids = [];
    private long? _version;

    /// <summary>Removes what was deleted long ago.</summary>
    /// <param name="database">The database.</param>
    /// <param name="latest">A number that is another one after every change of the database.</param>
    /// <param name="forget">Told of each that is deleted: what is in memory of it is of no use.</param>
    /// <param name="time">The clock.</param>
    /// <param name="work">Has the timer.</param>
    public DeletedComparisons(ComparisonDatabase database, Func<long> latest, Action<string> forget, TimeProvider time, GuardedWork work)
    {
        (_database, _latest, _forget, _time) = (database, latest, forget, time);
        _removal = work.NewTimer(time, Removing, StayHidden, Remove, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        work.DoAgain(Removing, StayHidden, Remove);
    }

    /// <inheritdoc/>
    public void Dispose() => _removal.Dispose();

    /// <summary>Whether a comparison was deleted; also one that is about to be removed.</summary>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public bool Contains(string id)
    {
        lock (_gate)
        {
            // what is written while this reads is read next time
            var version = _latest();
            if (version != _version)
            {
                _ids = [.. _database.DeletedAfter(DateTimeOffset.MinValue)];
                foreach (var deleted in _ids)
                    _forget(deleted);
            }

            _version = version;
            return _ids.Contains(id);
        }
    }

    /// <summary>The comparisons that can still be brought back, the last deleted first.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public IReadOnlyList<DeletedComparison> List() =>
        [.. _database.DeletedAfter(_time.GetUtcNow() - ComparisonService.UndoTime).Select(id => new DeletedComparison(id, NameOf(id)))];

    /// <summary>Hides a comparison; it is removed after <see cref="ComparisonService.UndoTime"/> at the earliest.</summary>
    /// <exception cref="IOException">That could not be written.</exception>
    public void Add(string id)
    {
        _database.MarkDeleted(id, _time.GetUtcNow());
        _forget(id);
        RemoveLater();
    }

    /// <summary>Brings a comparison back; returns false when it is gone for good, or was never deleted.</summary>
    /// <exception cref="IOException">That could not be written.</exception>
    public bool Restore(string id) => _database.Restore(id);

    private string NameOf(string id)
    {
        try
        {
            return ComparisonFold.Outline(_database.ReadWithoutResults(id)).Name;
        }
        catch (InvalidDataException)
        {
            return $"Comparison {id}";
        }
    }

    private void Remove()
    {
        var isDone = false;
        try
        {
            var until = _time.GetUtcNow() - ComparisonService.UndoTime;
            _database.RemoveDeleted(until);
            isDone = _database.DeletedAfter(until).Count == 0;
        }
        finally
        {
            if (!isDone)
                RemoveLater();
        }
    }

    private void RemoveLater() => _removal.Change(ComparisonService.UndoTime, Timeout.InfiniteTimeSpan);
}
