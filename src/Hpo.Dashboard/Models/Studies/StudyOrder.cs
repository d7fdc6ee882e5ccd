namespace Hpo.Dashboard.Models.Studies;

/// <summary>The orders of the list of studies.</summary>
public enum StudyOrder
{
    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>The smallest error first; without one last.</summary>
    Best,

    /// <summary>By name.</summary>
    Name,
}
