using Hpo.Dashboard.Access;

namespace Hpo.Dashboard.Hosting;

public static class HostBuilderExtensions
{
    public static void ListenOn(this WebApplicationBuilder builder, DashboardOptions options)
    {
        builder.WebHost.UseUrls(options.Urls);
        // outside Development the build's own files are found only when asked for; a published copy has none and ignores this
        builder.WebHost.UseStaticWebAssets();
        // a build's files are otherwise watched and packed anew for each request, almost without compression: 5 MB of plotly.js instead of 1.6 MB
        if (!builder.Environment.IsDevelopment())
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.RequestBytes;
            kestrel.Limits.RequestHeadersTimeout = Limits.HeaderTime;
            kestrel.Limits.KeepAliveTimeout = Limits.IdleTime;
            kestrel.Limits.MaxConcurrentConnections = Limits.TcpConnections;
            kestrel.Limits.MaxConcurrentUpgradedConnections = Limits.Connections;
        });
    }

    /// <summary>Prints what a person should act on: warnings and errors, and everything the dashboard itself says.</summary>
    public static void AddQuietLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        // a failed start is told in one sentence by RunAndSayWhereAsync; a background service that fails is logged as critical
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // keys lie in the data folder, readable by its owner only; on Linux there is no system service to encrypt them with
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
    }
}
