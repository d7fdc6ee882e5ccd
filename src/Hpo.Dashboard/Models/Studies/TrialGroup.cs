namespace Hpo.Dashboard.Models.Studies;

/// <summary>The statuses of trials as the table filters by them.</summary>
public enum TrialGroup
{
    /// <summary>Running now.</summary>
    Running,

    /// <summary>Set aside.</summary>
    Paused,

    /// <summary>Ran to the last epoch.</summary>
    Completed,

    /// <summary>Stopped early by the scheduler.</summary>
    StoppedEarly,

    /// <summary>Went wrong, in whatever way.</summary>
    Failed,

    /// <summary>Cancelled or interrupted.</summary>
    CutOff,
}
