namespace Hpo.Engine.Tuning;

/// <summary>
/// Keeps the checkpoints of the trials of one study, the latest of each trial. It may lose some, to stay within its bounds: such a trial is computed
/// again from its beginning when it goes on, and so is one whose checkpoint cannot be read; the events say so (<see cref="CheckpointLost"/>). Used by several
/// threads, never with the state of a run held up.
/// </summary>
public interface ICheckpointStore
{
    /// <summary>Keeps a trial's checkpoint in place of its earlier one; when this returns, it is as durable as it will be.</summary>
    /// <param name="trialId">The trial.</param>
    /// <param name="epoch">The number of epochs done.</param>
    /// <param name="checkpoint">What the evaluation saved.</param>
    /// <returns>What was lost, in words: this checkpoint because it cannot be kept, or others to make room; null for nothing.</returns>
    string? Save(int trialId, int epoch, byte[] checkpoint);

    /// <summary>A trial's checkpoint; null when it is not there. Whatever is thrown, the trial is computed again.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    byte[]? Load(int trialId, int epoch);

    /// <summary>Forgets a trial, which has ended.</summary>
    void Remove(int trialId);
}
