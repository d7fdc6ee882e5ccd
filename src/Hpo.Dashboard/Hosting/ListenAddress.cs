using System.Globalization;
using System.Net;

namespace Hpo.Dashboard.Hosting;

/// <summary>Reads from the options where to listen.</summary>
internal static class ListenAddress
{
    public const int DefaultPort = 5080;

    /// <summary>The addresses, separated by semicolons. Port and address count before urls that are said at the same place, or at one that counts less.</summary>
    /// <exception cref="StartupException">They cannot be used; the message names the option.</exception>
    public static string Read(Settings settings)
    {
        var (port, listen, urls) = (settings.Find("port"), settings.Find("listen"), settings.Find("urls"));
        if (urls is null || port?.Origin >= urls.Origin || listen?.Origin >= urls.Origin)
            return $"http://{Host(listen)}:{Port(port)}";
        return urls.Value.Split(';').All(IsHttpAddress)
            ? urls.Value
            : throw new StartupException($"{urls.Quote(urls.Value)} is not an address: give one like {urls.With($"http://127.0.0.1:{DefaultPort}")}.");
    }

    // a name would silently mean every address of this machine
    private static string Host(Setting? listen)
    {
        if (listen is null)
            return "127.0.0.1";
        if (listen.Value is "*" or "localhost")
            return listen.Value;
        if (!IPAddress.TryParse(listen.Value.Trim('[', ']'), out var address))
            throw new StartupException($"{listen.Quote(listen.Value)} is not an address of this machine: give a number such as {listen.With("0.0.0.0")}, which means all its addresses.");
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
    }

    // 0 lets the system choose a free port, which is what tests want
    private static int Port(Setting? port)
    {
        if (port is null)
            return DefaultPort;
        return int.TryParse(port.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
            ? number
            : throw new StartupException($"{port.Quote(port.Value)} is not a port number: give one from 1 to 65535, such as {port.With($"{DefaultPort + 1}")}.");
    }

    private static bool IsHttpAddress(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
