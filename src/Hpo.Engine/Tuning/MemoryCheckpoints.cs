using System.Collections.Concurrent;

namespace Hpo.Engine.Tuning;

/// <summary>Checkpoints in memory, gone with the process.</summary>
internal sealed class MemoryCheckpoints : ICheckpointStore
{
    private readonly ConcurrentDictionary<int, (int Epoch, byte[] Checkpoint)> _latest = [];

    public string? Save(int trialId, int epoch, byte[] checkpoint)
    {
        _latest[trialId] = (epoch, checkpoint);
        return null;
    }

    public byte[]? Load(int trialId, int epoch) => _latest.TryGetValue(trialId, out var latest) && latest.Epoch == epoch ? latest.Checkpoint : null;

    public void Remove(int trialId) => _latest.TryRemove(trialId, out _);
}
