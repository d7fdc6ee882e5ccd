using System.Collections.Immutable;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Support;

/// <summary>Checkpoints that can be put back to what they were at an earlier moment.</summary>
internal sealed class CopyableCheckpoints(ImmutableDictionary<int, (int Epoch, byte[] Checkpoint)>? kept = null) : ICheckpointStore
{
    private ImmutableDictionary<int, (int Epoch, byte[] Checkpoint)> _kept = kept ?? ImmutableDictionary<int, (int, byte[])>.Empty;

    public ImmutableDictionary<int, (int Epoch, byte[] Checkpoint)> Kept => _kept;

    public string? Save(int trialId, int epoch, byte[] checkpoint)
    {
        ImmutableInterlocked.AddOrUpdate(ref _kept, trialId, (epoch, checkpoint), (_, _) => (epoch, checkpoint));
        return null;
    }

    public byte[]? Load(int trialId, int epoch) => _kept.TryGetValue(trialId, out var entry) && entry.Epoch == epoch ? entry.Checkpoint : null;

    public void Remove(int trialId) => ImmutableInterlocked.TryRemove(ref _kept, trialId, out _);
}
