using System.Security.Claims;

namespace Hpo.Dashboard.Access;

/// <summary>
/// Who looks at this page: one for each circuit, each request and each call of a hub. Filled in from the cookie before anything else asks
/// (<see cref="VisitorMiddleware"/>, <see cref="VisitorCircuit"/>, <see cref="VisitorHubFilter"/>).
/// </summary>
public sealed class CurrentVisitor
{
    private readonly SignedOut? _signedOut;
    private Visitor _visitor;
    private string? _session;

    /// <summary>The presenter, as on a dashboard that only its own machine reaches.</summary>
    public CurrentVisitor() => _visitor = Visitor.Presenter;

    internal CurrentVisitor(Visitor otherwise, bool canLeave, SignedOut? signedOut) => (_visitor, CanLeave, _signedOut) = (otherwise, canLeave, signedOut);

    /// <summary>The visitor. One who has left is nobody, also on pages that are still open.</summary>
    public Visitor Visitor => _session is not null && _signedOut?.Contains(_session) == true ? Visitor.Nobody : _visitor;

    /// <summary>Whether they came in with a token, and can leave.</summary>
    public bool CanLeave { get; }

    /// <summary>Whether they may look at all: everything but the entrance is closed to those who have not entered.</summary>
    public bool HasEntered => Visitor != Visitor.Nobody;

    internal void Enter(ClaimsPrincipal? user)
    {
        if (VisitorClaims.SessionOf(user) is not { } session)
            return;
        _session = session;
        _visitor = VisitorClaims.VisitorOf(user!);
    }
}
