namespace Hpo.Dashboard.Access;

/// <summary>Who looks at this page: one for each circuit and each request.</summary>
public sealed class CurrentVisitor
{
    /// <summary>The visitor.</summary>
    public Visitor Visitor { get; } = Visitor.Presenter;
}
