namespace Hpo.Dashboard.Models.Studies;

/// <summary>The shapes beside the words of statuses; each is told from the others without colour.</summary>
public enum StatusIcon
{
    /// <summary>A dashed ring.</summary>
    Waiting,

    /// <summary>A filled triangle, as on a play button.</summary>
    Running,

    /// <summary>Two bars.</summary>
    Paused,

    /// <summary>An arrow upwards.</summary>
    Promoted,

    /// <summary>A tick.</summary>
    Done,

    /// <summary>A ring with a dot in its centre.</summary>
    Target,

    /// <summary>A clock.</summary>
    Clock,

    /// <summary>A filled square.</summary>
    Stopped,

    /// <summary>A ring crossed out.</summary>
    Cancelled,

    /// <summary>A triangle with an exclamation mark.</summary>
    Failed,

    /// <summary>A broken line.</summary>
    Interrupted,
}
