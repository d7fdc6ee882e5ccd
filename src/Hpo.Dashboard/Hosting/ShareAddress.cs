using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Hpo.Dashboard.Hosting;

/// <summary>The address under which others reach a page.</summary>
public sealed class ShareAddress
{
    private readonly bool _isLoopbackOnly;
    private readonly Func<IPAddress?> _machine;

    /// <summary>The addresses of a dashboard.</summary>
    public ShareAddress(DashboardOptions options) : this(options.IsLoopbackOnly, Machine)
    {
    }

    /// <summary>The addresses of a dashboard that listens to this machine only, or not, and the address of that machine.</summary>
    public ShareAddress(bool isLoopbackOnly, Func<IPAddress?> machine)
    {
        _isLoopbackOnly = isLoopbackOnly;
        _machine = machine;
    }

    /// <summary>Whether only programs of this machine can open what is shared.</summary>
    public bool IsOnlyHere => _isLoopbackOnly;

    /// <summary>
    /// A page as others reach it: under the address that the presenter's own page was opened with, unless that is only this machine's name for itself.
    /// </summary>
    /// <param name="opened">The address of the presenter's page.</param>
    /// <param name="path">The page to share, beginning with a slash.</param>
    public Uri Of(Uri opened, string path)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var address = new UriBuilder(opened.Scheme, opened.Host, opened.Port, path);
        if (opened.IsLoopback && !_isLoopbackOnly && _machine() is { } machine)
            address.Host = machine.ToString();
        return address.Uri;
    }

    /// <summary>This machine in its network; null when it is in none. A network that leads on is preferred to a bridge between virtual machines.</summary>
    private static IPAddress? Machine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .Select(network => network.GetIPProperties())
        .OrderByDescending(network => network.GatewayAddresses.Count > 0)
        .SelectMany(network => network.UnicastAddresses)
        .Select(unicast => unicast.Address)
        .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}
