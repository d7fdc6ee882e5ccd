namespace Hpo.Dashboard.Models.Studies;

/// <summary>A part of a study's page, in the order of its tabs.</summary>
public enum StudyTab
{
    /// <summary>The charts, the best result and the rung ladder.</summary>
    Overview,

    /// <summary>The trial table.</summary>
    Trials,

    /// <summary>Notes, and what was done by hand.</summary>
    Notes,

    /// <summary>What was asked for, and files to take away.</summary>
    Definition,
}
