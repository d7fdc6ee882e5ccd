namespace Hpo.Dashboard.Access;

/// <summary>Who looks at a page, and what they may do.</summary>
/// <param name="Id">Tells students apart; empty for the presenter.</param>
/// <param name="Role">What they may do at all.</param>
public sealed record Visitor(string Id, VisitorRole Role)
{
    /// <summary>The person at the machine itself, or who holds the presenter's token.</summary>
    public static Visitor Presenter { get; } = new("", VisitorRole.Presenter);

    /// <summary>Somebody who has not entered, or has left: may look at what needs no entrance.</summary>
    public static Visitor Nobody { get; } = new("", VisitorRole.Viewer);

    /// <summary>Whether they may do everything.</summary>
    public bool IsPresenter => Role == VisitorRole.Presenter;

    /// <summary>Whether they may start studies, if the limits of the class let them.</summary>
    public bool MayStart => IsPresenter || IsStudent;

    /// <summary>Whether they take part in the class. Only who has an id can.</summary>
    public bool IsStudent => Role == VisitorRole.Student && Id.Length > 0;

    /// <summary>Whether they may steer, change and delete something of an owner: the presenter everything, a student what is theirs.</summary>
    public bool MayChange(string owner) => IsPresenter || (IsStudent && owner == Id);
}
