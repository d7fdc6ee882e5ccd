using System.Globalization;

namespace Hpo.Dashboard.Hosting;

/// <summary>What the dashboard was started with. Read and checked once, before anything runs.</summary>
public sealed record DashboardOptions
{
    public const int DefaultPort = 5080;

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public required string Urls { get; init; }

    /// <summary>Where studies are kept; it exists and can be written.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A folder with the Fashion-MNIST files, when the user named one; it exists.</summary>
    public string? DataSetFolder { get; init; }

    /// <summary>Whether only programs of this machine can reach the dashboard.</summary>
    public bool IsLoopbackOnly => Urls.Split(';').All(url => BindingAddress.Parse(url).IsLoopback());

    /// <summary>Reads the options from the command line and the environment, and makes the data folder when it is missing.</summary>
    /// <exception cref="StartupException">A value cannot be used; the message names the option.</exception>
    public static DashboardOptions Read(IConfiguration configuration) => new()
    {
        Urls = ReadUrls(configuration),
        DataFolder = WritableFolder(configuration["data"] ?? configuration["HPO_DATA"] ?? DefaultDataFolder(configuration)),
        DataSetFolder = ExistingFolder(configuration["data-set"] ?? configuration["HPO_DATA_SET"]),
    };

    private static string ReadUrls(IConfiguration configuration)
    {
        var port = configuration["port"] ?? configuration["HPO_PORT"];
        if (!string.IsNullOrEmpty(port))
            return AddressOf(port);
        var urls = configuration[WebHostDefaults.ServerUrlsKey];
        if (string.IsNullOrEmpty(urls))
            return AddressOf(DefaultPort.ToString(CultureInfo.InvariantCulture));
        return urls.Split(';').All(IsHttpAddress)
            ? urls
            : throw new StartupException($"--urls {urls} is not an address: give one like --urls http://127.0.0.1:{DefaultPort}.");
    }

    // 0 lets the system choose a free port, which is what tests want
    private static string AddressOf(string port) =>
        int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
            ? $"http://127.0.0.1:{number}"
            : throw new StartupException($"--port {port} is not a port number: give one from 1 to 65535, such as --port {DefaultPort + 1}.");

    private static bool IsHttpAddress(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string DefaultDataFolder(IConfiguration configuration) =>
        Hpo.Studies.DataFolder.Default(configuration["XDG_DATA_HOME"])
        ?? throw new StartupException("There is no home folder to keep studies in: name a folder with --data DIR.");

    private static string WritableFolder(string folder)
    {
        var path = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(path);
            // a folder's permissions do not tell (read-only mounts, quotas), a file does
            var probe = Path.Combine(path, $".write-test-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data folder {path} cannot be written ({e.Message.TrimEnd('.')}): name another one with --data DIR.", e);
        }
    }

    private static string? ExistingFolder(string? folder)
    {
        if (string.IsNullOrEmpty(folder))
            return null;
        var path = Path.GetFullPath(folder);
        return Directory.Exists(path)
            ? path
            : throw new StartupException($"The data-set folder {path} does not exist: name the folder with the Fashion-MNIST files with --data-set DIR.");
    }
}
