using Microsoft.AspNetCore.Http.Features;

namespace Hpo.Dashboard.Hosting;

/// <summary>
/// Sends the headers that keep a page from running or loading anything that this server did not serve, and refuses
/// WebSockets opened by another site's page (browsers do not apply the same-origin rule to them).
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    // 'unsafe-inline' styles: Radzen and plotly.js set style attributes. Scripts get no exception at all.
    // data: and blob: images: plotly.js draws its WebGL layers and exports through them.
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        if (OpensWebSocket(context) && !IsSameOrigin(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        // on starting: the exception handler clears what was set before it
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    // over HTTP/1.1 by an upgrade, over HTTP/2 by an extended CONNECT
    private static bool OpensWebSocket(HttpContext context) =>
        context.Request.Headers.Upgrade.Contains("websocket", StringComparer.OrdinalIgnoreCase)
        || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    // a program that is not a browser sends no Origin
    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && HostString.FromUriComponent(origin).Equals(HostString.FromUriComponent(new Uri($"{request.Scheme}://{request.Host}"))));
}
