using Hpo.Comparisons.Log;

namespace Hpo.Comparisons.Running;

/// <summary>Removes for good what was deleted, once it can no longer be brought back.</summary>
internal sealed class DeletedComparisons : IDisposable
{
    private readonly ComparisonDatabase _database;
    private readonly TimeProvider _time;
    private readonly ITimer _removal;

    /// <summary>Removes what was deleted long ago.</summary>
    public DeletedComparisons(ComparisonDatabase database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        _removal = time.CreateTimer(_ => Remove(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Remove();
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
        try
        {
            var until = _time.GetUtcNow() - ComparisonService.UndoTime;
            _database.RemoveDeleted(until);
            if (_database.DeletedAfter(until).Count > 0)
                RemoveLater();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            // they are hidden and take room; the next start tries again
        }
    }

    private void RemoveLater() => _removal.Change(ComparisonService.UndoTime, Timeout.InfiniteTimeSpan);
}
