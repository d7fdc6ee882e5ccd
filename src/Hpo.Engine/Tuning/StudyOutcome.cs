namespace Hpo.Engine.Tuning;

/// <summary>How a study ended.</summary>
public enum StudyOutcome
{
    /// <summary>All trials asked for have run.</summary>
    Completed,

    /// <summary>The time given was used up.</summary>
    TimeLimit,

    /// <summary>The epochs given were used up.</summary>
    EpochLimit,

    /// <summary>The error wanted was reached.</summary>
    TargetReached,

    /// <summary>There was no configuration left to try.</summary>
    Exhausted,

    /// <summary>A person asked it to stop, and its running trials came to their end.</summary>
    Stopped,

    /// <summary>A person cancelled it, running trials included.</summary>
    Cancelled,

    /// <summary>The searcher or scheduler failed.</summary>
    Failed,

    /// <summary>The process ended while it was running.</summary>
    Interrupted,
}
