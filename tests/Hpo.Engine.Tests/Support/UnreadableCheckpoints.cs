using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Support;

/// <summary>A store that takes everything and gives nothing back.</summary>
/// <param name="failure">What reading throws; null when the checkpoints are merely gone.</param>
internal sealed class UnreadableCheckpoints(Exception? failure) : ICheckpointStore
{
    public string? Save(int trialId, int epoch, byte[] checkpoint) => null;

    public byte[]? Load(int trialId, int epoch) => failure is null ? null : throw failure;

    public void Remove(int trialId) => throw new IOException("It cannot be removed either.");
}
