using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Hpo.Dashboard.Access;

/// <summary>
/// The cookie that says who somebody is. SameSite is Lax and not Strict, so that a link in a chat leads somebody who has entered to the page and not to the
/// entrance; nothing is changed by following a link, and everything else asks for the origin too.
/// </summary>
internal static class VisitorCookie
{
    public const string EnterPath = "/enter";
    public const string FromParameter = "from";

    /// <summary>Counted from the last visit: a course from one week to the next.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(8);

    /// <summary>Sets the cookie up.</summary>
    /// <param name="options">What is set.</param>
    /// <param name="port">A browser sends cookies to all ports of a host: two dashboards must not take each other's.</param>
    public static void Set(CookieAuthenticationOptions options, int port)
    {
        options.Cookie.Name = $"hpo-visitor-{port}";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = EnterPath;
        options.ReturnUrlParameter = FromParameter;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>A person is led to the entrance; a program is told.</summary>
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int otherwise)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = otherwise;
        }

        return Task.CompletedTask;
    }

    /// <summary>A cookie that was given out for another token, or whose session was left, is worth nothing.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Principal is { } user
            && VisitorClaims.SessionOf(user) is { } session
            && services.GetRequiredService<AccessTokens>().HasStamp(VisitorClaims.StampOf(user))
            && !services.GetRequiredService<SignedOut>().Contains(session))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }
}
