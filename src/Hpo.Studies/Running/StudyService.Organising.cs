using Hpo.Engine.Validation;
using Hpo.Studies.Organising;
using Hpo.Studies.Views;

namespace Hpo.Studies.Running;

public sealed partial class StudyService
{
    /// <summary>What people say about the studies, and what they have deleted.</summary>
    public StudyOrganiser Organiser { get; }

    /// <summary>Gives a study another name. What was made from it keeps the name that it had then.</summary>
    /// <exception cref="InvalidInputException">That cannot name a study.</exception>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Rename(string id, string name)
    {
        Organiser.SetName(id, name);
        // at once for whoever has it in sight
        Find(id);
    }

    /// <summary>Deletes a study that does not run: it is hidden at once, and gone for good after <see cref="StudyOrganiser.UndoTime"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such study.</exception>
    /// <exception cref="InvalidOperationException">It is running, here or in another process.</exception>
    /// <exception cref="IOException">That could not be written.</exception>
    public void Delete(string id)
    {
        var live = Find(id) ?? throw new KeyNotFoundException($"There is no study {id}.");
        // nor while it is being resumed
        using var hold = _host.TryHold(id);
        var (snapshot, isLogSound) = (live.Snapshot, live.LogFailure is null);
        if (hold is null || (isLogSound && snapshot.Status != StudyStatus.Ended) || (_running.ContainsKey(id) && (snapshot.CanResume || !isLogSound)) || _host.IsElsewhere(id))
            throw new InvalidOperationException("A study that is running cannot be deleted: cancel it first.");
        Organiser.Delete(id);
        _journal.Deleted(id);
    }

    /// <summary>Brings a deleted study back; returns false when it is gone for good.</summary>
    /// <exception cref="IOException">That could not be written.</exception>
    public bool Restore(string id)
    {
        var restored = Organiser.Restore(id);
        if (restored)
            _journal.Restored(id);
        return restored;
    }

    /// <summary>A deleted study is gone for good.</summary>
    private void Forget(string id)
    {
        _journal.Removed(id);
        _live.Remove(id);
        // at the start there are none yet, and those without a study are removed then
        _checkpoints?.Remove(id);
    }
}
