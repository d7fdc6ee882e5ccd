using Hpo.Comparisons.Running;
using Hpo.Dashboard.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Comparisons;

public sealed class ComparisonPageTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ComparisonWorld _world = new();

    public ComparisonPageTests() => _world.AddTo(this);

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    /// <summary>The page beside what menus, dialogs and notices are shown in.</summary>
    private IRenderedComponent<Overlays<ComparisonPage>> Open(string id) => Render<Overlays<ComparisonPage>>(page => page.AddUnmatched(nameof(ComparisonPage.Id), id));

    // where the page renders, so that a running comparison does not render it anew between finding a button and pressing it
    private static void Press(IRenderedComponent<IComponent> page, string button) => page.InvokeAsync(() =>
        page.FindAll(".comparison-header button, .mud-dialog button").Single(it => it.TextContent.Trim() == button).Click()).GetAwaiter().GetResult();

    private static void Choose(IRenderedComponent<IComponent> page, string item)
    {
        Press(page, "More");
        page.FindAll(".mud-menu-item").Single(it => it.TextContent.Trim() == item).Click();
    }

    [Fact]
    public void A_comparison_that_does_not_exist_is_told_kindly()
    {
        var page = Open("nosuchid");

        Assert.Equal("No such comparison", page.Find("h1").TextContent);
        Assert.Equal("/comparisons", page.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void A_comparison_is_followed_to_its_end()
    {
        var page = Open(_world.Service.Start(Contests.Small()).Id);

        page.WaitForAssertion(() => Assert.Equal("Completed", page.Find(".comparison-header .word").TextContent), Patience);
        page.WaitForAssertion(() => Assert.Equal("6 of 6", page.Find("[data-fact=done]").TextContent), Patience);
        Assert.Equal("All repetitions have run.", page.Find(".outcome").TextContent);
    }

    [Fact]
    public async Task The_figures_know_what_is_compared_before_the_first_frame()
    {
        var comparison = await _world.FinishedAsync();

        var element = Open(comparison.Id).Find("hpo-comparison");

        Assert.Equal(comparison.Id, element.GetAttribute("comparison-id"));
        Assert.Equal("two-searchers", element.GetAttribute("filename"));
        Assert.Equal(
            """{"methods":[{"name":"Random search"},{"name":"Local search"}],"objectives":[{"type":"branin","name":"Branin","minimum":0.397887}],"isRace":false}""",
            element.GetAttribute("contest"));
    }

    [Fact]
    public void Cancel_asks_first_and_keeps_what_has_finished()
    {
        var comparison = _world.Service.Start(Contests.Small(repetitions: 1000, trials: 2000));
        var page = Open(comparison.Id);
        Press(page, "Cancel…");
        Press(page, "Let it run");
        Assert.Equal(ComparisonStatus.Running, comparison.Snapshot.Status);
        Press(page, "Cancel…");
        Press(page, "Cancel the comparison");

        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".comparison-header .word").TextContent), Patience);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".comparison-header button"), button => button.TextContent.Contains("Go on", StringComparison.Ordinal)), Patience);
    }

    [Fact]
    public async Task It_gets_another_name_and_one_that_cannot_be_one_is_refused_in_words()
    {
        var comparison = await _world.FinishedAsync();
        var page = Open(comparison.Id);
        Choose(page, "Rename…");
        page.Find("#new-name").Input("  ");
        page.Find("#rename-form").Submit();
        Assert.Contains("Give the comparison a name.", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal);

        page.Find("#new-name").Input("Another name");
        page.Find("#rename-form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Another name", page.Find("h1").TextContent), Patience);
        Assert.Equal("Another name", comparison.Snapshot.Name);
    }

    [Fact]
    public async Task Repeating_it_leads_to_another_comparison_that_comes_out_the_same()
    {
        var comparison = await _world.FinishedAsync();
        Press(Open(comparison.Id), "Repeat exactly");
        var again = _world.Service.List().Single(other => other.Id != comparison.Id).Id;
        Assert.EndsWith($"/comparisons/{again}", Address, StringComparison.Ordinal);

        await DisposeComponentsAsync();
        var page = Open(again);

        page.WaitForAssertion(
            () => Assert.Equal("All runs have finished, with exactly the results of the comparison that was repeated.", page.Find(".outcome").TextContent), Patience);
    }

    [Fact]
    public async Task Deleting_it_leads_to_the_list_and_can_be_undone_there()
    {
        var comparison = await _world.FinishedAsync();
        var page = Open(comparison.Id);

        Choose(page, "Delete");
        Assert.Null(_world.Service.Find(comparison.Id));
        Assert.EndsWith("/comparisons", Address, StringComparison.Ordinal);
        page.Find(".mud-snackbar-content-action button").Click();

        Assert.NotNull(_world.Service.Find(comparison.Id));
    }

    [Fact]
    public async Task The_definition_is_told_in_words_and_as_JSON()
    {
        var page = Open((await _world.FinishedAsync()).Id);
        var text = page.Find(".definition").TextContent;

        Assert.Contains("3 repetitions × 2 methods × 1 objective = 6", text, StringComparison.Ordinal);
        Assert.Contains("after 4 trials", text, StringComparison.Ordinal);
        Assert.Contains("\"repetitions\": 3", page.Find("#definition-text").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_was_left_is_not_rendered_any_more()
    {
        var comparison = await _world.FinishedAsync();
        var page = Open(comparison.Id);
        await DisposeComponentsAsync();
        var renders = page.RenderCount;

        _world.Service.Rename(comparison.Id, "Another name");

        Assert.Equal(ComparisonStatus.Ended, comparison.Snapshot.Status);
        Assert.Equal(renders, page.RenderCount);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }
}
