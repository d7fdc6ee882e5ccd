using System.Security.Claims;
using System.Security.Cryptography;

namespace Hpo.Dashboard.Access;

/// <summary>A visitor as the claims of a cookie: a session of its own, a role, and the stamp of the token it came in with.</summary>
internal static class VisitorClaims
{
    private const string Stamp = "stamp";

    private const string SessionLetters = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>About 98 bits: nobody guesses another's.</summary>
    private const int SessionLength = 20;

    public static string NewSession() => RandomNumberGenerator.GetString(SessionLetters, SessionLength);

    public static ClaimsPrincipal Of(string session, VisitorRole role, string stamp, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, session), new(ClaimTypes.Role, role.ToString()), new(Stamp, stamp)], scheme));

    /// <summary>The session of somebody who has entered; null for others.</summary>
    public static string? SessionOf(ClaimsPrincipal? user) =>
        user?.Identity?.IsAuthenticated == true && user.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } session ? session : null;

    public static Visitor VisitorOf(ClaimsPrincipal user) =>
        SessionOf(user) is { } session && Enum.TryParse<VisitorRole>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? role == VisitorRole.Presenter ? Visitor.Presenter : new Visitor(session, role)
            : Visitor.Nobody;

    public static string StampOf(ClaimsPrincipal user) => user.FindFirstValue(Stamp) ?? "";
}
