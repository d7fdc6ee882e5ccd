namespace Hpo.Engine.Tuning;

/// <summary>
/// The checkpoints of a run as its rules see them. <see cref="Promise"/> and <see cref="Forget"/> only remember, so that they can be called with the lock of the
/// run's state held; all else goes to the store, which may be a disk, and is called without it.
/// </summary>
internal sealed class TrialCheckpoints(ICheckpointStore store)
{
    private readonly Lock _gate = new();

    /// <summary>Held while the checkpoint of one trial becomes that of another; taken before the gate.</summary>
    private readonly Lock _copying = new();

    /// <summary>The trials that begin with a copy of another's checkpoint, and have not got it yet.</summary>
    private readonly List<Copy> _promised = [];
    private readonly Queue<int> _forgotten = [];

    /// <summary>A new trial is to begin with what another's checkpoint is now, whatever becomes of that one.</summary>
    /// <param name="child">The new trial.</param>
    /// <param name="parent">The other.</param>
    /// <param name="epoch">The epoch of the checkpoint.</param>
    public void Promise(int child, int parent, int epoch)
    {
        lock (_gate)
            _promised.Add(new Copy(child, parent, epoch));
    }

    /// <summary>A trial has one of its own by now, or needs none.</summary>
    public void Withdraw(int child)
    {
        lock (_gate)
            _promised.RemoveAll(copy => copy.Child == child);
    }

    /// <summary>A trial has ended: its checkpoint is of no use, and is removed by the next <see cref="Sweep"/>.</summary>
    public void Forget(int trialId)
    {
        Withdraw(trialId);
        lock (_gate)
            _forgotten.Enqueue(trialId);
    }

    /// <summary>Removes the checkpoints of trials that have ended.</summary>
    public void Sweep()
    {
        while (NextForgotten() is { } trialId)
        {
            KeepPromises(trialId);
            TryRemove(trialId);
        }
    }

    /// <summary>As <see cref="ICheckpointStore.Save"/>; those that were promised the earlier one get it first.</summary>
    public string? Save(int trialId, int epoch, byte[] checkpoint)
    {
        KeepPromises(trialId);
        return store.Save(trialId, epoch, checkpoint);
    }

    /// <summary>The checkpoint from which a trial goes on.</summary>
    /// <param name="trialId">The trial.</param>
    /// <param name="epoch">The epoch of the checkpoint.</param>
    /// <param name="checkpoint">The checkpoint; null when there is none that can be used.</param>
    /// <returns>Why there is none, in words; null when there is one.</returns>
    public string? Load(int trialId, int epoch, out byte[]? checkpoint)
    {
        checkpoint = null;
        try
        {
            checkpoint = IsPromised(trialId) ? Take(trialId) : null;
            checkpoint ??= store.Load(trialId, epoch);
            return checkpoint is null ? "the checkpoint is lost" : null;
        }
        catch (Exception exception)
        {
            // whatever a store throws, the trial can be computed again
            return $"the checkpoint cannot be read ({exception.Message})";
        }
    }

    private void TryRemove(int trialId)
    {
        try
        {
            store.Remove(trialId);
        }
        catch (Exception)
        {
            // it takes room, and nobody will load it
        }
    }

    private int? NextForgotten()
    {
        lock (_gate)
            return _forgotten.TryDequeue(out var trialId) ? trialId : null;
    }

    private bool IsPromised(int child) => Find(copy => copy.Child == child) is not null;

    private Copy? Find(Predicate<Copy> which)
    {
        lock (_gate)
            return _promised.Find(which);
    }

    /// <summary>What a trial was promised; null when somebody has just given it a copy.</summary>
    private byte[]? Take(int child)
    {
        lock (_copying)
            return Find(copy => copy.Child == child) is { } promised ? Keep(promised) : null;
    }

    /// <summary>Before a checkpoint is replaced or removed.</summary>
    private void KeepPromises(int parent)
    {
        if (Find(copy => copy.Parent == parent) is null)
            return;
        lock (_copying)
        {
            while (Find(copy => copy.Parent == parent) is { } promised)
                TryKeep(promised);
        }
    }

    private void TryKeep(Copy promised)
    {
        try
        {
            Keep(promised);
        }
        catch (Exception)
        {
            // the new trial finds none, and says so
        }
    }

    private byte[]? Keep(Copy promised)
    {
        try
        {
            var checkpoint = store.Load(promised.Parent, promised.Epoch);
            // one of its own: the parent's is gone when that one has gone on or ended
            if (checkpoint is not null)
                store.Save(promised.Child, promised.Epoch, checkpoint);
            return checkpoint;
        }
        finally
        {
            // not before: until it is made, the new trial waits for it
            lock (_gate)
                _promised.Remove(promised);
        }
    }

    private sealed record Copy(int Child, int Parent, int Epoch);
}
