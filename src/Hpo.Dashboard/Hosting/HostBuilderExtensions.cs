using Hpo.Dashboard.Access;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Hpo.Dashboard.Hosting;

public static class HostBuilderExtensions
{
    /// <summary>The dashboard's options, read and checked before anything runs.</summary>
    public static void AddDashboardOptions(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IConfigureOptions<DashboardOptions>, DashboardOptionsSetup>();
        services.AddSingleton<IValidateOptions<DashboardOptions>, DashboardOptionsRules>();
        services.AddOptions<DashboardOptions>().ValidateOnStart();
        // they do not change while it runs
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DashboardOptions>>().Value);
    }

    public static void AddServer(this WebApplicationBuilder builder)
    {
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
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddOptions<LoggerFilterOptions>().Configure<DashboardOptions>((filter, options) =>
        {
            var level = options.Log.Level;
            filter.MinLevel = level;
            var framework = level > LogLevel.Warning ? level : LogLevel.Warning;
            filter.AddFilter("Microsoft", framework);
            filter.AddFilter("System", framework);
        });
        // a failed start is told in one sentence by RunAndSayWhereAsync; a background service that fails is logged as critical
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // keys lie in the data folder, readable by its owner only; on Linux there is no system service to encrypt them with
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.AddOptions<ConsoleLoggerOptions>().Configure<DashboardOptions>((console, options) =>
            console.FormatterName = options.Log.IsJson ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple);
    }
}
