using Hpo.Dashboard.Live;
using Hpo.Studies;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Hpo.Dashboard.Hosting;

/// <summary>Sends metrics and traces to a collector, when one is named; docs/operations.md lists them.</summary>
public static class Telemetry
{
    private const string Option = "otlp";
    private const string Metrics = "metrics";
    private const string Traces = "traces";

    /// <summary>Meters that are sent: ours, and those of the server that tell of requests and connections by routes, not by addresses.</summary>
    public static readonly IReadOnlyList<string> Meters = [StudyMetrics.Name, LiveMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>The address of <c>--otlp</c>; null when there is none.</summary>
    /// <exception cref="StartupException">It cannot be one.</exception>
    public static Uri? Read(Settings settings) => settings.Find(Option) is not { } setting ? null
        : Uri.TryCreate(setting.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0
            ? url
            : throw new StartupException(
                $"{setting.Quote(setting.Value)} is not the address of a collector: give one that takes OTLP over HTTP, such as {setting.With("http://127.0.0.1:4318")}.");

    /// <summary>Has them sent, when a collector is named: the exporters are not even made otherwise.</summary>
    public static void AddTelemetry(this IServiceCollection services, Settings settings)
    {
        if (settings.Find(Option) is null)
            return;
        services.AddOptions<OtlpExporterOptions>(Metrics).Configure<DashboardOptions>((exporter, options) => Set(exporter, options, "v1/metrics"));
        services.AddOptions<OtlpExporterOptions>(Traces).Configure<DashboardOptions>((exporter, options) => Set(exporter, options, "v1/traces"));
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("hpo-dashboard"))
            .WithMetrics(metrics => metrics.AddMeter([.. Meters]).AddOtlpExporter(Metrics, (Action<OtlpExporterOptions>?)null))
            .WithTracing(traces => traces.AddSource(StudyMetrics.Name).AddOtlpExporter(Traces, configure: null));
    }

    private static void Set(OtlpExporterOptions exporter, DashboardOptions options, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        if (options.Collector is { } collector)
            exporter.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
