using System.Net;
using Hpo.Dashboard.Hosting;

namespace Hpo.Dashboard.Access;

/// <summary>
/// Answers only to names of its own. A page of another site can point its name at this machine (DNS rebinding), and its scripts would then be of the same origin.
/// A number as the host cannot have been rebound: only names can.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, DashboardOptions options, Refusals refusals)
{
    private readonly HashSet<string> _names = new(HostNames.Of(options), StringComparer.OrdinalIgnoreCase);
    private readonly bool _numbers = !options.IsLoopbackOnly;

    public async Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (IsOurs(host))
        {
            await next(context);
            return;
        }

        refusals.Say("a request", null, "It names a host that is not this one's.");
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("The dashboard does not answer to this host name. If it is one of its own, start it with --host NAME.");
    }

    private bool IsOurs(string host) => _names.Contains(host)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (_numbers || IPAddress.IsLoopback(address)));
}
