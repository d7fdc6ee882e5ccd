using System.Net;
using System.Text.Json;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed class ComparisonExportsTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    [Theory]
    [InlineData("Random & <Bayes>: ../../etc", "random-bayes-etc")]
    [InlineData("日本", "comparison")]
    public async Task A_comparison_is_exported_under_a_safe_name(string name, string file)
    {
        using var client = factory.CreateClient();
        var service = factory.Services.GetRequiredService<ComparisonService>();
        var comparison = service.Start(new ComparisonDefinition
        {
            Name = name,
            Objectives = ["branin"],
            Methods = [new("=random", new("random"), new("fifo"))],
            Repetitions = 2,
            Budget = new(Trials: 3),
        });
        for (var version = 0L; comparison.Snapshot.Status != ComparisonStatus.Ended; version = comparison.Version)
            await comparison.WaitForChangeAsync(version).WaitAsync(TimeSpan.FromMinutes(1));

        using var json = await client.GetAsync($"/comparisons/{comparison.Id}/export.json");
        Assert.Equal($"{file}.json", json.Content.Headers.ContentDisposition!.FileName);
        using var document = JsonDocument.Parse(await json.Content.ReadAsStreamAsync());
        Assert.Equal(2, document.RootElement.GetProperty("results").GetArrayLength());

        using var csv = await client.GetAsync($"/comparisons/{comparison.Id}/export.csv");
        Assert.Equal(($"{file}.csv", "text/csv"), (csv.Content.Headers.ContentDisposition!.FileName, csv.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Branin,\"'=random\",1,", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task There_is_nothing_to_export_of_an_unknown_comparison(string kind)
    {
        using var client = factory.CreateClient();
        using var response = await client.GetAsync($"/comparisons/unknown/export.{kind}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
