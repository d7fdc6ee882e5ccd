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
    /// <summary>Meters that are sent: ours, and those of the server that tell of requests and connections by routes, not by addresses.</summary>
    public static readonly IReadOnlyList<string> Meters = [StudyMetrics.Name, LiveMetrics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>The address of <c>--otlp</c>; null when there is none.</summary>
    /// <exception cref="StartupException">It cannot be one.</exception>
    public static Uri? Read(IConfiguration configuration) => configuration["otlp"] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0
            ? url
            : throw new StartupException($"--otlp {text} is not the address of a collector: give one that takes OTLP over HTTP, such as --otlp http://127.0.0.1:4318.");

    /// <summary>Has them sent.</summary>
    public static void AddTelemetry(this IServiceCollection services, DashboardOptions options)
    {
        if (options.Collector is not { } collector)
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("hpo-dashboard"))
            .WithMetrics(metrics => metrics.AddMeter([.. Meters]).AddOtlpExporter(exporter => Set(exporter, collector, "v1/metrics")))
            .WithTracing(traces => traces.AddSource(StudyMetrics.Name).AddOtlpExporter(exporter => Set(exporter, collector, "v1/traces")));
    }

    private static void Set(OtlpExporterOptions exporter, Uri collector, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
