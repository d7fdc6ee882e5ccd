namespace Hpo.Dashboard.Hosting;

/// <summary>
/// Sends the headers that keep a page from running or loading anything that this server did not serve, and from using what no page of it needs.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    // 'unsafe-inline' styles: pages and plotly.js set style attributes. Scripts get no exception at all.
    // data: and blob: images: plotly.js draws its WebGL layers and exports through them.
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Projector mode keeps the screen awake and fills it, and addresses are copied; a page needs nothing else of a machine.</summary>
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
        + "payment=(), publickey-credentials-get=(), usb=(), xr-spatial-tracking=(), fullscreen=(self), screen-wake-lock=(self), clipboard-write=(self)";

    public Task InvokeAsync(HttpContext context)
    {
        // on starting: the exception handler clears what was set before it
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers["Permissions-Policy"] = Permissions;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // what one visitor may see stays out of shared and stored copies; files of the program itself say how long they last
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
