using System.Net;

namespace Hpo.Dashboard.Hosting;

internal static class BindingAddressExtensions
{
    public static bool IsLoopback(this BindingAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
