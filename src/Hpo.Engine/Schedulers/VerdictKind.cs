namespace Hpo.Engine.Schedulers;

/// <summary>What becomes of a trial after a report.</summary>
public enum VerdictKind
{
    /// <summary>It goes on to the next epoch, or is completed if this was the last.</summary>
    Continue,

    /// <summary>It is set aside at a checkpoint and may be resumed.</summary>
    Pause,

    /// <summary>It ends here.</summary>
    Stop,
}
