using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Hpo.Dashboard.Hosting;

namespace Hpo.Dashboard.Access;

/// <summary>The names and addresses by which others reach this dashboard.</summary>
internal static class HostNames
{
    /// <summary>The names it answers to, beside numbers.</summary>
    public static IEnumerable<string> Of(DashboardOptions options) =>
        options.IsLoopbackOnly ? ["localhost", .. options.HostNames] : ["localhost", Environment.MachineName, .. options.HostNames];

    /// <summary>Where to send people: the address it listens on as others see it.</summary>
    public static Uri LinkTo(string url, DashboardOptions options)
    {
        // by the name of the proxy, which is there to speak HTTPS
        if (!options.Proxies.IsEmpty)
            return new UriBuilder("https", options.HostNames[0]).Uri;
        var address = BindingAddress.Parse(url);
        var host = options.HostNames.Length > 0 ? options.HostNames[0] : ListensEverywhere(address.Host) ? Outside() : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }

    private static bool ListensEverywhere(string host) =>
        host is "*" or "+" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    private static string Outside() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        // one that leads further comes first: bridges of virtual machines have no gateway
        .OrderByDescending(network => network.GetIPProperties().GatewayAddresses.Count)
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork)?.ToString() ?? Environment.MachineName;
}
