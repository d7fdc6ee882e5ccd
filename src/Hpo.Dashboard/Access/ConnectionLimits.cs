using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;

namespace Hpo.Dashboard.Access;

/// <summary>Bounds live connections: those that stand, for each address and in all, and those that begin. This machine itself is bounded in all only.</summary>
internal static class ConnectionLimits
{
    private const string All = "all";

    public static void Set(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(OfAddress),
            PartitionedRateLimiter.Create<HttpContext, string>(InAll),
            PartitionedRateLimiter.Create<HttpContext, string>(Openings));
        options.OnRejected = RefuseAsync;
    }

    /// <summary>Over HTTP/1.1 by an upgrade, over HTTP/2 by an extended CONNECT.</summary>
    public static bool OpensWebSocket(HttpContext context) =>
        context.Request.Headers.Upgrade.Contains("websocket", StringComparer.OrdinalIgnoreCase)
        || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    // such a request lasts as long as its connection; of long polling, one is always waiting
    private static bool Lasts(HttpContext context) =>
        OpensWebSocket(context) || context.Request.Headers.Accept.Contains("text/event-stream", StringComparer.OrdinalIgnoreCase) || Polls(context.Request);

    private static bool Polls(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("id") && (request.Path.StartsWithSegments("/hubs") || request.Path.StartsWithSegments("/_blazor"));

    private static bool Begins(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Value?.EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase) == true;

    private static RateLimitPartition<string> OfAddress(HttpContext context) =>
        Lasts(context) && Address(context) is var address and not ClientAddress.Local
            ? RateLimitPartition.GetConcurrencyLimiter(address, _ => new() { PermitLimit = Limits.ConnectionsPerAddress })
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> InAll(HttpContext context) =>
        Lasts(context) ? RateLimitPartition.GetConcurrencyLimiter(All, _ => new() { PermitLimit = Limits.Connections }) : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Openings(HttpContext context) =>
        Begins(context) && Address(context) is var address and not ClientAddress.Local
            ? RateLimitPartition.GetTokenBucketLimiter(address, _ => new()
            {
                TokenLimit = Limits.OpeningsAtOnce,
                TokensPerPeriod = Limits.OpeningsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            })
            : RateLimitPartition.GetNoLimiter("");

    private static string Address(HttpContext context) => ClientAddress.KeyOf(context.Connection.RemoteIpAddress);

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        context.HttpContext.RequestServices.GetRequiredService<Refusals>().Say("a live connection", null, "There are too many.");
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = 10.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(
            $"Too many live connections: at most {Limits.ConnectionsPerAddress} from one address and {Limits.Connections} in all. Close some pages, or try again in a few seconds.",
            cancellationToken);
    }
}
