namespace Hpo.Studies.Views;

/// <summary>Where a study stands.</summary>
public enum StudyStatus
{
    /// <summary>It was created and has not begun.</summary>
    Created,

    /// <summary>Its trials run.</summary>
    Running,

    /// <summary>It was asked to pause, and its running trials finish their epochs.</summary>
    Pausing,

    /// <summary>It is paused: nothing is computed and its time stands still.</summary>
    Paused,

    /// <summary>It was asked to stop, and waits for its running trials.</summary>
    Stopping,

    /// <summary>It has ended; the outcome says how.</summary>
    Ended,
}
