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

    /// <summary>Writes what a person should act on, and what the dashboard itself says from a level on.</summary>
    public static void AddLogging(this WebApplicationBuilder builder, LogOptions log)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(log.Level);
        var framework = log.Level > LogLevel.Warning ? log.Level : LogLevel.Warning;
        builder.Logging.AddFilter("Microsoft", framework);
        builder.Logging.AddFilter("System", framework);
        // a failed start is told in one sentence by RunAndSayWhereAsync; a background service that fails is logged as critical
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // keys lie in the data folder, readable by its owner only; on Linux there is no system service to encrypt them with
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (log.IsJson)
            builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        else
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
    }
}
