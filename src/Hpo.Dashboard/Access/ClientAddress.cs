using System.Net;

namespace Hpo.Dashboard.Access;

/// <summary>Who is counted together when something is limited for each address.</summary>
internal static class ClientAddress
{
    /// <summary>This machine itself.</summary>
    public const string Local = "local";

    private const int NetworkBytes = 8;

    /// <summary>An IPv4 address as it is; of an IPv6 address the network, since one machine has 2⁶⁴ addresses in it.</summary>
    public static string KeyOf(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
            return Local;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length <= NetworkBytes ? address.ToString() : Convert.ToHexString(bytes.AsSpan(0, NetworkBytes));
    }
}
