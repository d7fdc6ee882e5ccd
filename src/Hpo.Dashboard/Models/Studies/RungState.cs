namespace Hpo.Dashboard.Models.Studies;

/// <summary>What has become of a trial at a rung.</summary>
public enum RungState
{
    /// <summary>It has gone on and reached the next rung.</summary>
    Promoted,

    /// <summary>It has gone on and is on its way to the next rung.</summary>
    RunningOn,

    /// <summary>It is paused, and nothing is known that speaks against going on: it waits for a free worker, or for others to reach the rung.</summary>
    Waiting,

    /// <summary>It is paused behind the cut-off.</summary>
    Paused,

    /// <summary>It ended here by the scheduler's decision, or paused when the study ended.</summary>
    Stopped,

    /// <summary>It went on, and failed or was cut off before the next rung.</summary>
    Failed,

    /// <summary>It has come to its last epoch.</summary>
    Completed,
}
