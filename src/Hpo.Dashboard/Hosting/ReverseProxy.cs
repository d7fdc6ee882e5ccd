using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Hpo.Dashboard.Hosting;

/// <summary>
/// The reverse proxies that stand in front, by their addresses. What they say of a request (whose it is, by which scheme and name it came) is believed, so that limits for each
/// address, secure cookies, links and the check of the host are right; what anybody else says of it is refused in words.
/// </summary>
public static class ReverseProxy
{
    private static readonly string[] Headers = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded"];

    /// <summary>The proxies of <c>--behind-proxy</c>: addresses or networks, with commas between them.</summary>
    /// <exception cref="StartupException">One of them is none.</exception>
    public static IEnumerable<IPNetwork> Read(Settings settings) => settings.Find("behind-proxy") is not { } setting ? []
        : setting.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => Network(text, setting));

    /// <summary>Takes what the proxies say, and refuses what others do.</summary>
    public static void UseReverseProxy(this WebApplication app, DashboardOptions options)
    {
        app.Use((context, next) => RefuseOthersAsync(context, next, options));
        if (options.Proxies.IsEmpty)
            return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        // loopback is there by itself, whoever uses it
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in options.Proxies)
            forwarded.KnownIPNetworks.Add(proxy);
        app.UseForwardedHeaders(forwarded);
    }

    private static async Task RefuseOthersAsync(HttpContext context, RequestDelegate next, DashboardOptions options)
    {
        if (!Headers.Any(context.Request.Headers.ContainsKey) || IsProxy(context.Connection.RemoteIpAddress, options))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(options.Proxies.IsEmpty
            ? "This request came through a reverse proxy, of which the dashboard was told nothing. Start it with --behind-proxy ADDRESS, the address of the proxy."
            : "This request says that it came through a reverse proxy, and did not come from the one that the dashboard stands behind.");
    }

    private static bool IsProxy(IPAddress? address, DashboardOptions options)
    {
        if (address is null)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return options.Proxies.Any(proxy => proxy.Contains(plain));
    }

    private static IPNetwork Network(string text, Setting setting)
    {
        if (IPAddress.TryParse(text, out var address))
            return new(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0
            ? network
            : throw new StartupException($"{setting.Quote(text)} is not the address of a reverse proxy: give a number such as {setting.With("127.0.0.1")}, or a network such as 10.0.0.0/24.");
    }
}
