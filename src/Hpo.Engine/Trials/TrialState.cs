namespace Hpo.Engine.Trials;

/// <summary>Where a trial stands in its life. Which state may follow which is said in <see cref="TrialLife"/>, and drawn in <c>docs/architecture.md</c>.</summary>
internal enum TrialState
{
    /// <summary>It was decided on for a worker and has not begun: nobody has heard of it.</summary>
    Assigned,

    /// <summary>It is being evaluated.</summary>
    Running,

    /// <summary>Its evaluation rests after an epoch, because a person has paused the study.</summary>
    Held,

    /// <summary>The scheduler has paused it, and its checkpoint is being saved.</summary>
    Saving,

    /// <summary>Its checkpoint is saved and nothing computes for it.</summary>
    Paused,

    /// <summary>Its evaluation is gone, with the program or with the machine that ran it, and it waits to be run again.</summary>
    Waiting,

    /// <summary>A person wants it to end.</summary>
    Stopping,

    /// <summary>It has ended, or was taken back before anybody had heard of it.</summary>
    Ended,
}
