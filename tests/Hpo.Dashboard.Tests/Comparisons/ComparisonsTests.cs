using Hpo.Dashboard.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using ComparisonsPage = Hpo.Dashboard.Pages.Comparisons;

namespace Hpo.Dashboard.Tests.Comparisons;

/// <summary>The list of comparisons.</summary>
public sealed class ComparisonsTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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

    [Fact]
    public async Task A_comparison_is_deleted_from_its_row_and_brought_back()
    {
        var comparison = await _world.FinishedAsync();
        var page = Render<Overlays<ComparisonsPage>>();
        page.Find("button[aria-label='More about Two searchers']").Click();
        page.FindAll(".mud-menu-item").Single(item => item.TextContent.Trim() == "Delete").Click();

        page.WaitForAssertion(() => Assert.Contains("Deleted “Two searchers”.", page.Find(".mud-snackbar").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("tbody tr"));
        page.Find(".mud-snackbar-content-action button").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")), Patience);
        Assert.NotNull(_world.Service.Find(comparison.Id));
    }

    [Fact]
    public async Task A_viewer_deletes_nothing()
    {
        await _world.FinishedAsync();
        await using var viewers = new BunitContext();
        viewers.Services.AddMudServices();
        _world.AddTo(viewers, new Visitor("", VisitorRole.Viewer));

        Assert.Empty(viewers.Render<Overlays<ComparisonsPage>>().FindAll("tbody button"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }
}
