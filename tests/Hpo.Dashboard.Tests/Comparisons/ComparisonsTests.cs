using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ComparisonsPage = Hpo.Dashboard.Pages.Comparisons;

namespace Hpo.Dashboard.Tests.Comparisons;

/// <summary>The list of comparisons.</summary>
public sealed class ComparisonsTests : ComponentTest
{
    private readonly ComparisonWorld _world = new();

    public ComparisonsTests() => _world.AddTo(this);

    [Fact]
    public void Without_comparisons_the_examples_are_there_to_start()
    {
        var page = Render<ComparisonsPage>();
        Assert.Empty(page.FindAll("table"));

        page.Find("section button").Click();

        var comparison = Assert.Single(_world.Service.List());
        Assert.EndsWith($"/comparisons/{comparison.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        _world.Service.Cancel(comparison.Id);
    }

    [Fact]
    public void Only_examples_that_this_program_can_run_are_offered() =>
        Assert.Equal("/comparisons/new?example=all-searchers", Assert.Single(Render<ComparisonsPage>().FindAll("section .actions a")).GetAttribute("href"));

    [Fact]
    public async Task A_comparison_is_listed_with_its_state_and_size()
    {
        var comparison = await _world.FinishedAsync();

        var row = Render<ComparisonsPage>().Find("tbody tr");

        Assert.Equal($"/comparisons/{comparison.Id}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Two searchers", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Completed", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("6 of 6", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 objective × 2 methods × 3 repetitions", row.TextContent, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }
}
