using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Tests.Hostile;
using Hpo.Studies;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task What_happens_is_measured_under_the_names_that_the_documentation_lists()
    {
        var (metrics, spans) = (new List<Metric>(), new ConcurrentBag<Activity>());
        using var meters = Sdk.CreateMeterProviderBuilder().AddMeter([.. Telemetry.Meters]).AddInMemoryExporter(metrics).Build();
        using var traces = Sdk.CreateTracerProviderBuilder().AddSource(StudyMetrics.Name).AddProcessor(new Kept(spans)).Build();
        using var factory = new DashboardFactory();
        var study = factory.Services.GetRequiredService<StudyService>().Start(BraninStudy.Definition);
        using (var hub = await RawHub.OpenAsync(factory, "/hubs/study"))
        {
            await hub.SendAsync(RawHub.Handshake);
            await hub.SendAsync($$"""{"type":4,"invocationId":"1","target":"Watch","arguments":["{{study.Id}}",0]}""");
            while (await hub.NextAsync() is { } answer && !answer.Contains("snapshot", StringComparison.Ordinal))
            {
                // the first frame is on its way
            }
        }

        await Studies.StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        meters.ForceFlush();

        var documented = await File.ReadAllTextAsync(Path.Combine(OwnThreadsTests.Repository(), "docs", "operations.md"));
        var ours = metrics.Where(metric => metric.Name.StartsWith("hpo.", StringComparison.Ordinal)).Select(metric => metric.Name).ToHashSet();
        Assert.All(ours, name => Assert.Contains($"`{name}`", documented, StringComparison.Ordinal));
        Assert.Subset(ours, new HashSet<string>
        {
            "hpo.trials", "hpo.studies", "hpo.studies.running", "hpo.suggestion.duration", "hpo.log.write.duration", "hpo.log.write.events", "hpo.log.queue", "hpo.viewers", "hpo.live.sent",
        });
        Assert.Contains(spans, span => span.OperationName == "hpo.log.write");
    }

    [Fact]
    public async Task They_are_sent_to_the_collector_that_is_named()
    {
        var received = new ConcurrentQueue<string>();
        await using var collector = Collector(received);
        await collector.StartAsync();
        using (var factory = new DashboardFactory())
        {
            using var app = factory.WithWebHostBuilder(host => host.UseSetting("otlp", collector.Urls.Single()));
            var study = app.Services.GetRequiredService<StudyService>().Start(BraninStudy.Definition);
            await Studies.StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
            Assert.True(app.Services.GetRequiredService<MeterProvider>().ForceFlush(60_000));
            Assert.True(app.Services.GetRequiredService<TracerProvider>().ForceFlush(60_000));
        }

        Assert.Subset(received.ToHashSet(), new HashSet<string> { "/v1/metrics", "/v1/traces" });
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("ftp://collector")]
    [InlineData("/v1")]
    public void What_is_no_address_of_a_collector_is_refused(string url) => Assert.StartsWith(
        $"--otlp {url} is not the address of a collector",
        GivenOptions.Refusal(("otlp", url)),
        StringComparison.Ordinal);

    private static WebApplication Collector(ConcurrentQueue<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{signal}", (HttpContext context) =>
        {
            received.Enqueue(context.Request.Path);
            return Results.StatusCode((int)HttpStatusCode.OK);
        });
        return app;
    }

    private sealed class Kept(ConcurrentBag<Activity> spans) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => spans.Add(data);
    }
}
