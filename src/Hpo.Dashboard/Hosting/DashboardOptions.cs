using System.Collections.Immutable;
using System.Net;
using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Hosting;

/// <summary>What the dashboard was started with: read by <see cref="DashboardOptionsSetup"/>, checked by <see cref="DashboardOptionsRules"/> before anything runs.</summary>
public sealed record DashboardOptions
{
    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; set; } = "";

    /// <summary>Where studies are kept.</summary>
    public string DataFolder { get; set; } = "";

    /// <summary>A folder with the Fashion-MNIST files, when the user named one.</summary>
    public string? DataSetFolder { get; set; }

    /// <summary>What lets people in; null when whoever reaches the dashboard is its presenter, which only this machine's programs may.</summary>
    public PresenterToken? Token { get; set; }

    /// <summary>Further names by which others reach this machine; the first stands in links.</summary>
    public ImmutableArray<string> HostNames { get; set; } = [];

    /// <summary>What it says about itself.</summary>
    public LogOptions Log { get; set; } = new(LogLevel.Information, IsJson: false);

    /// <summary>How long a page that has lost its connection is kept as it is; then only what was typed is. The framework's own time when null.</summary>
    public TimeSpan? PageRetention { get; set; }

    /// <summary>The first port it listens on.</summary>
    public int Port => BindingAddress.Parse(Urls.Split(';')[0]).Port;

    /// <summary>The reverse proxies in front of it; empty when there is none.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; set; } = [];

    /// <summary>Where metrics and traces are sent; null for nowhere.</summary>
    public Uri? Collector { get; set; }

    /// <summary>Whether only programs of this machine can reach the dashboard.</summary>
    public bool IsLoopbackOnly => Proxies.IsEmpty && Urls.Split(';').All(url => BindingAddress.Parse(url).IsLoopback());
}
