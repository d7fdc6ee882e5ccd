namespace Hpo.Dashboard.Access;

/// <summary>What a visitor may do at all.</summary>
public enum VisitorRole
{
    /// <summary>Watch, and nothing else.</summary>
    Viewer,

    /// <summary>Start studies within the limits of the class, and steer those.</summary>
    Student,

    /// <summary>Everything.</summary>
    Presenter,
}
