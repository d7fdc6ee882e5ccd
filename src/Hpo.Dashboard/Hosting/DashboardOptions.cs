using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Hosting;

/// <summary>What the dashboard was started with. Read and checked once, before anything runs.</summary>
public sealed record DashboardOptions
{
    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public required string Urls { get; init; }

    /// <summary>Where studies are kept; it exists and can be written.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A folder with the Fashion-MNIST files, when the user named one; it exists.</summary>
    public string? DataSetFolder { get; init; }

    /// <summary>What lets people in; null when whoever reaches the dashboard is its presenter, which only this machine's programs may.</summary>
    public PresenterToken? Token { get; init; }

    /// <summary>Further names by which others reach this machine; the first stands in links.</summary>
    public ImmutableArray<string> HostNames { get; init; } = [];

    /// <summary>What it says about itself.</summary>
    public LogOptions Log { get; init; } = new(LogLevel.Information, IsJson: false);

    /// <summary>How long a page that has lost its connection is kept as it is; then only what was typed is. The framework's own time when null.</summary>
    public TimeSpan? PageRetention { get; init; }

    /// <summary>The first port it listens on.</summary>
    public int Port => BindingAddress.Parse(Urls.Split(';')[0]).Port;

    /// <summary>The reverse proxies in front of it; empty when there is none.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Where metrics and traces are sent; null for nowhere.</summary>
    public Uri? Collector { get; init; }

    /// <summary>Whether only programs of this machine can reach the dashboard.</summary>
    public bool IsLoopbackOnly => Proxies.IsEmpty && Urls.Split(';').All(url => BindingAddress.Parse(url).IsLoopback());

    /// <summary>Reads the options from the command line and the environment, and makes the data folder when it is missing.</summary>
    /// <exception cref="StartupException">A value cannot be used; the message names the option.</exception>
    public static DashboardOptions Read(IConfiguration configuration)
    {
        var options = new DashboardOptions
        {
            Urls = ListenAddress.Read(configuration),
            Token = TokenOption.Read(configuration),
            Log = LogOptions.Read(configuration),
            Collector = Telemetry.Read(configuration),
            Proxies = [.. ReverseProxy.Read(configuration)],
            HostNames = [.. (configuration["host"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(HostName)],
            DataFolder = WritableFolder(configuration["data"] ?? configuration["HPO_DATA"] ?? DefaultDataFolder(configuration)),
            PageRetention = configuration["HPO_PAGE_RETENTION"] is { } text
                ? TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
                    ? time
                    : throw new StartupException($"HPO_PAGE_RETENTION is {text}: give a time above zero, such as 00:03:00.")
                : null,
            DataSetFolder = ExistingFolder(configuration["data-set"] ?? configuration["HPO_DATA_SET"]),
        };
        if (!options.Proxies.IsEmpty && options.HostNames.IsEmpty)
            throw new StartupException("Behind a reverse proxy the dashboard needs the name by which others reach that: add --host NAME, such as --host lab.example.org.");
        return options.IsLoopbackOnly || options.Token is not null
            ? options
            : throw new StartupException(
                $"Others can reach {(options.Proxies.IsEmpty ? options.Urls : options.HostNames[0])}, so the dashboard needs the presenter's token: add --token auto, or put one of at least {PresenterToken.MinLength} characters of your own into HPO_TOKEN.");
    }

    private static string HostName(string name) => Uri.CheckHostName(name) is UriHostNameType.Dns
        ? name
        : throw new StartupException($"--host {name} is not a host name: give one without scheme and port, such as --host lab.example.org.");

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
