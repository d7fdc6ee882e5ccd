namespace Hpo.Engine.Trials;

/// <summary>Where a trial stands. Every way to fail is a status of its own.</summary>
public enum TrialStatus
{
    /// <summary>A worker evaluates it.</summary>
    Running,

    /// <summary>The scheduler set it aside at a checkpoint; it may go on later.</summary>
    Paused,

    /// <summary>It ran to its last epoch.</summary>
    Completed,

    /// <summary>The scheduler stopped it early, or left it paused when the study ended.</summary>
    Stopped,

    /// <summary>Its error was not a number: the training diverged.</summary>
    NotANumber,

    /// <summary>Its error was plus or minus infinity.</summary>
    Infinite,

    /// <summary>The objective threw an exception.</summary>
    Failed,

    /// <summary>It took longer than a trial may.</summary>
    TimedOut,

    /// <summary>The study ended, or a person cancelled it, before it was done.</summary>
    Cancelled,

    /// <summary>The process ended while it was running.</summary>
    Interrupted,

    /// <summary>What ran it went away, such as a machine; it waits to be run again.</summary>
    Lost,
}
