using Hpo.Engine.Tuning;

namespace Hpo.Studies.Checkpoints;

/// <summary>The checkpoints of one study.</summary>
internal sealed class StudyCheckpoints(CheckpointFolder folder, string studyId) : ICheckpointStore
{
    public string? Save(int trialId, int epoch, byte[] checkpoint) => folder.Save(studyId, trialId, epoch, checkpoint);

    public byte[]? Load(int trialId, int epoch) => folder.Load(studyId, trialId, epoch);

    public void Remove(int trialId) => folder.Remove(studyId, trialId);
}
