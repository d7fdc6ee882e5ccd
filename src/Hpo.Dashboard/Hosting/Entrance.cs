using Hpo.Dashboard.Access;
using Hpo.Dashboard.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Hpo.Dashboard.Hosting;

/// <summary>
/// Where a token is exchanged for a cookie, and the cookie given back. The token comes in the body of a form, filled in by <c>js/enter.js</c> from behind the # of a link.
/// </summary>
internal static class Entrance
{
    /// <summary>Beside the pages, which take every method themselves.</summary>
    public const string SessionPath = "/session", EndPath = "/session/end";

    public static void MapEntrance(this WebApplication app)
    {
        app.MapPost(SessionPath, EnterAsync).AllowAnonymous().AsForm();
        app.MapPost(EndPath, LeaveAsync).AsForm();
    }

    /// <summary>A small form, with the token that shows it is ours.</summary>
    public static RouteHandlerBuilder AsForm(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(Limits.FormBytes));

    /// <summary>A field of a form of ours, without looking at one that is not; null when there is none.</summary>
    public static async Task<IFormCollection?> FormOf(HttpContext context) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync()
            : null;

    /// <summary>A path of this dashboard; the first page for everything else, so that nobody is sent elsewhere.</summary>
    public static string OwnPath(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : "/";

    private static async Task<IResult> EnterAsync(
        HttpContext context, AccessTokens tokens, CurrentVisitor current, GuessLimit guesses, ClassRoom room, Refusals refusals)
    {
        if (tokens.IsOpen)
            return Results.Redirect("/");
        if (await FormOf(context) is not { } form)
            return Back(EnterProblem.Form, null);
        var from = OwnPath(form[VisitorCookie.FromParameter]);
        var address = context.Connection.RemoteIpAddress;
        if (!guesses.MayGuess(address))
        {
            refusals.Say("to enter", current.Visitor, "Too many wrong tokens come from there.");
            return Back(EnterProblem.Often, from);
        }

        var given = form["token"].ToString().Trim();
        if ((tokens.RoleOf(given) ?? (room.Admits(given) ? VisitorRole.Viewer : null)) is not { } role)
        {
            await guesses.NoteWrongAsync(address, context.RequestAborted);
            refusals.Say("to enter", current.Visitor, "The token is wrong.");
            return Back(EnterProblem.Wrong, from);
        }

        // a weaker link takes nothing away
        if (context.User.Identity?.IsAuthenticated != true || role > current.Visitor.Role)
            await SignInAsync(context, VisitorClaims.NewSession(), role, tokens);
        return SeeOther(from);
    }

    public static Task SignInAsync(HttpContext context, string session, VisitorRole role, AccessTokens tokens)
    {
        const string scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        return context.SignInAsync(scheme, VisitorClaims.Of(session, role, tokens.Stamp, scheme), new AuthenticationProperties { IsPersistent = true });
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, AccessTokens tokens, SignedOut signedOut)
    {
        if (tokens.IsOpen || await FormOf(context) is null || VisitorClaims.SessionOf(context.User) is not { } session)
            return SeeOther("/");
        signedOut.Add(session);
        await context.SignOutAsync();
        return SeeOther(VisitorCookie.EnterPath);
    }

    private static SeeOtherResult Back(EnterProblem problem, string? from) => SeeOther(
        $"{VisitorCookie.EnterPath}?{Enter.ProblemParameter}={problem}" + (from is null or "/" ? "" : $"&{VisitorCookie.FromParameter}={Uri.EscapeDataString(from)}"));

    /// <summary>To a page, with GET: a reload does not send the form again.</summary>
    public static SeeOtherResult SeeOther(string path) => new(path);

    /// <summary>An answer that leads to another page.</summary>
    internal sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            httpContext.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
