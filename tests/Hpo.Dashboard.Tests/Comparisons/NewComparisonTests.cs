using AngleSharp.Dom;
using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Dashboard.Tests.Mud;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NewComparisonPage = Hpo.Dashboard.Pages.NewComparison;

namespace Hpo.Dashboard.Tests.Comparisons;

public sealed class NewComparisonTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ComparisonWorld _world = new();

    public NewComparisonTests() => _world.AddTo(this);

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private static IElement Start(IRenderedComponent<NewComparisonPage> page) => page.Find("button.start");

    private static string NoteOf(IRenderedComponent<NewComparisonPage> page, string id) => page.Find($"#{id}-note").TextContent.Trim();

    [Fact]
    public void Opens_with_an_example_that_one_press_starts()
    {
        var page = Render<NewComparisonPage>();
        Assert.StartsWith("3 repetitions × 2 methods × 1 objective = 6 runs", page.Find(".summary").TextContent, StringComparison.Ordinal);

        Start(page).Click();

        var comparison = Assert.Single(_world.Service.List());
        Assert.EndsWith($"/comparisons/{comparison.Id}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_the_page_starts_nothing()
    {
        Render<NewComparisonPage>();
        Assert.Empty(_world.Service.List());
    }

    [Fact]
    public void A_mistake_is_told_at_its_field_and_nothing_is_started()
    {
        var page = Render<NewComparisonPage>();
        page.Find("#comparison-repetitions").Input("0");
        Assert.Equal("There must be at least 1: 0 repetitions are not possible.", NoteOf(page, "comparison-repetitions"));

        Start(page).Click();

        Assert.Empty(_world.Service.List());
        Assert.Contains("One thing is not right yet.", page.Find(".start-bar .says").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Methods_are_added_duplicated_and_removed()
    {
        var page = Render<NewComparisonPage>();
        page.Find("button.add").Click();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("article.method").Count), Patience);
        page.Find("button[aria-label='Duplicate Random search']").Click();
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("article.method").Count), Patience);
        Assert.Equal("Random search 2", page.FindAll("article.method")[1].GetAttribute("aria-label"));

        page.Find("button[aria-label='Remove Local search']").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("article.method[aria-label='Local search']")), Patience);
    }

    [Fact]
    public void The_searcher_is_chosen_with_its_parameters()
    {
        var page = Render<NewComparisonPage>();
        page.Choose("method-0-searcher", "tpe");
        page.Find("#method-0-searcher-startuptrials").Input("none");

        Assert.Equal("\"none\" is not a whole number.", NoteOf(page, "method-0-searcher-startuptrials"));
    }

    [Fact]
    public void What_really_runs_is_offered_in_a_race()
    {
        var page = Render<NewComparisonPage>();
        Assert.True(page.Find("input[aria-describedby='objective-real']").HasAttribute("disabled"));

        page.Find("input[type=radio][aria-labelledby=comparison-kind-Race-name]").Click();

        Assert.False(page.Find("input[aria-describedby='objective-real']").HasAttribute("disabled"));
        Assert.Contains("In real time", page.Find(".summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_comparison_is_filled_in()
    {
        var comparison = await _world.FinishedAsync(Contests.Small(repetitions: 2) with { Name = "The first" });
        Navigation.NavigateTo($"/comparisons/new?from={comparison.Id}");

        var page = Render<NewComparisonPage>();

        Assert.Equal("The first", page.Find("#comparison-name").GetAttribute("value"));
        Assert.Equal("2", page.Find("#comparison-repetitions").GetAttribute("value"));
    }

    [Fact]
    public void An_example_is_filled_in()
    {
        Navigation.NavigateTo("/comparisons/new?example=all-searchers");

        var page = Render<NewComparisonPage>();

        Assert.Equal(9, page.FindAll("article.method").Count);
    }

    [Fact]
    public void The_presets_fill_in_the_number_of_repetitions()
    {
        var page = Render<NewComparisonPage>();
        page.FindAll(".presets button").Single(button => button.TextContent == "50").Click();

        Assert.Equal("50", page.Find("#comparison-repetitions").GetAttribute("value"));
        Assert.Equal("true", page.FindAll(".presets button").Single(button => button.TextContent == "50").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void Entries_outlive_the_page()
    {
        Render<NewComparisonPage>().Find("#comparison-trials").Input("99");

        Assert.Equal("99", Services.GetRequiredService<ComparisonForm>().Draft[ComparisonField.Trials]);
        Assert.Equal("99", Render<NewComparisonPage>().Find("#comparison-trials").GetAttribute("value"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }
}
