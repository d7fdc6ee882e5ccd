namespace Hpo.Dashboard.Access;

/// <summary>
/// Refuses what a page of another site sends: WebSockets, to which browsers do not apply the same-origin rule, and every request that could change something.
/// A program that is not a browser says no origin.
/// </summary>
internal sealed class OriginCheck(RequestDelegate next, Refusals refusals)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Changes(context) || IsOurs(context.Request))
        {
            await next(context);
            return;
        }

        refusals.Say("a request", null, "It comes from a page of another site.");
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("A page of another site may not do this.");
    }

    private static bool Changes(HttpContext context) =>
        ConnectionLimits.OpensWebSocket(context) || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));

    private static bool IsOurs(HttpRequest request) => IsSameOrigin(request) && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && HostString.FromUriComponent(origin).Equals(HostString.FromUriComponent(new Uri($"{request.Scheme}://{request.Host}"))));
}
