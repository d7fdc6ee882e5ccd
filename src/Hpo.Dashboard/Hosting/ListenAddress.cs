using System.Globalization;
using System.Net;

namespace Hpo.Dashboard.Hosting;

/// <summary>Reads from the options where to listen.</summary>
internal static class ListenAddress
{
    public const int DefaultPort = 5080;

    /// <summary>The addresses, separated by semicolons.</summary>
    /// <exception cref="StartupException">They cannot be used; the message names the option.</exception>
    public static string Read(IConfiguration configuration)
    {
        var (port, listen) = (configuration["port"] ?? configuration["HPO_PORT"], configuration["listen"]);
        if (!string.IsNullOrEmpty(port) || !string.IsNullOrEmpty(listen))
            return $"http://{Host(listen)}:{Port(port)}";
        var urls = configuration[WebHostDefaults.ServerUrlsKey];
        if (string.IsNullOrEmpty(urls))
            return $"http://127.0.0.1:{DefaultPort}";
        return urls.Split(';').All(IsHttpAddress)
            ? urls
            : throw new StartupException($"--urls {urls} is not an address: give one like --urls http://127.0.0.1:{DefaultPort}.");
    }

    // a name would silently mean every address of this machine
    private static string Host(string? listen)
    {
        if (string.IsNullOrEmpty(listen))
            return "127.0.0.1";
        if (listen is "*" or "localhost")
            return listen;
        if (!IPAddress.TryParse(listen.Trim('[', ']'), out var address))
            throw new StartupException($"--listen {listen} is not an address of this machine: give a number such as --listen 0.0.0.0, which means all its addresses.");
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
    }

    // 0 lets the system choose a free port, which is what tests want
    private static int Port(string? port)
    {
        if (string.IsNullOrEmpty(port))
            return DefaultPort;
        return int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
            ? number
            : throw new StartupException($"--port {port} is not a port number: give one from 1 to 65535, such as --port {DefaultPort + 1}.");
    }

    private static bool IsHttpAddress(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
