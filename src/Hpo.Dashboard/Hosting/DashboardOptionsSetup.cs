using System.Globalization;
using Hpo.Studies;
using Microsoft.Extensions.Options;

namespace Hpo.Dashboard.Hosting;

/// <summary>Reads the options from what a person said about them.</summary>
internal sealed class DashboardOptionsSetup(Settings settings) : IConfigureOptions<DashboardOptions>
{
    /// <exception cref="StartupException">A value cannot be read; the message names the option as it was written.</exception>
    public void Configure(DashboardOptions options)
    {
        options.Urls = ListenAddress.Read(settings);
        options.Token = TokenOption.Read(settings);
        options.Log = LogOptions.Read(settings);
        options.Collector = Telemetry.Read(settings);
        options.Proxies = [.. ReverseProxy.Read(settings)];
        options.HostNames = [.. HostNames(settings.Find("host"))];
        options.DataFolder = settings.Find("data") is { } data ? FullPath(data) : DefaultDataFolder();
        options.DataSetFolder = settings.Find("data-set") is { } images ? FullPath(images) : null;
        options.PageRetention = settings.Find("page-retention") is { } time ? Time(time) : null;
    }

    private static IEnumerable<string> HostNames(Setting? setting) => setting is null ? []
        : setting.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => Uri.CheckHostName(name) is UriHostNameType.Dns
            ? name
            : throw new StartupException($"{setting.Quote(name)} is not a host name: give one without scheme and port, such as {setting.With("lab.example.org")}."));

    private static TimeSpan Time(Setting setting) =>
        TimeSpan.TryParse(setting.Value, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? time
            : throw new StartupException($"{setting.Quote(setting.Value)} is not a time above zero: give one such as {setting.With("00:03:00")}.");

    private string DefaultDataFolder() =>
        DataFolder.Default(settings.SharedDataFolder)
        ?? throw new StartupException("There is no home folder to keep studies in: name a folder with --data DIR.");

    private static string FullPath(Setting setting)
    {
        try
        {
            return Path.GetFullPath(setting.Value);
        }
        catch (ArgumentException e)
        {
            throw new StartupException($"What {setting.Name} says is not the name of a folder ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
