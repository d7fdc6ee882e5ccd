using Hpo.Comparisons.Log;
using Hpo.Studies;

namespace Hpo.Comparisons.Running;

/// <summary>Removes for good what was deleted, once it can no longer be brought back.</summary>
internal sealed class DeletedComparisons : IDisposable
{
    private const string Removing = "removing deleted comparisons", StayHidden = "they stay hidden, and it is tried again in a while";

    private readonly ComparisonDatabase _database;
    private readonly TimeProvider _time;
    private readonly ITimer _removal;

    /// <summary>Removes what was deleted long ago.</summary>
    public DeletedComparisons(ComparisonDatabase database, TimeProvider time, GuardedWork work)
    {
        (_database, _time) = (database, time);
        _removal = work.NewTimer(time, Removing, StayHidden, Remove, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        work.DoAgain(Removing, StayHidden, Remove);
    }

    /// <inheritdoc/>
    public void Dispose() => _removal.Dispose();

    /// <summary>Hides a comparison; it is removed after <see cref="ComparisonService.UndoTime"/> at the earliest.</summary>
    /// <exception cref="IOException">That could not be written.</exception>
    public void Add(string id)
    {
        _database.MarkDeleted(id, _time.GetUtcNow());
        RemoveLater();
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
