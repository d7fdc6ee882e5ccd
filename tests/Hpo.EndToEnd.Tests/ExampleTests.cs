using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>The ready-made studies of the home page.</summary>
public sealed class ExampleTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private const string LocalSearch = "Exercise 2: local search on the dropout MLP";

    private static Task OpenExampleAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Link, new() { Name = $"Open in the form {name}", Exact = true }).ClickAsync();

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task They_stand_on_the_home_page_fit_a_phone_and_axe_finds_nothing(string theme)
    {
        var page = await OpenAsync("/", new View { Theme = theme });

        await Expect(page.Locator(".examples li")).ToHaveCountAsync(4);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Start {LocalSearch}", Exact = true })).ToBeEnabledAsync();
        await AssertAccessibleAsync(page);
        await ScreenshotAsync(page, $"examples-{theme}");
        foreach (var view in new[] { View.SmallPhone, View.Phone })
        {
            await page.SetViewportSizeAsync(view.Width, view.Height);
            await AssertFitsAsync(page);
        }

        await ScreenshotAsync(page, $"examples-phone-{theme}");
    }

    [Fact]
    public async Task An_example_opens_in_the_form_with_everything_filled_in()
    {
        var page = await OpenAsync("/");

        await OpenExampleAsync(page, LocalSearch);

        await Expect(page.GetByLabel("Name", new() { Exact = true }).First).ToHaveValueAsync(LocalSearch);
        await Expect(page.GetByLabel("Objective", new() { Exact = true })).ToHaveValueAsync("Dropout MLP on Fashion-MNIST");
        await Expect(page.GetByLabel("Searcher", new() { Exact = true })).ToHaveValueAsync("Local search");
        await Expect(page.GetByLabel("Epochs per trial", new() { Exact = true })).ToHaveValueAsync("50");
        await Expect(page.Locator(".editor .row")).ToHaveCountAsync(6);
        await Expect(page.Locator(".summary")).ToContainTextAsync("20 trials of Dropout MLP on Fashion-MNIST, up to 50 epochs each, on 2 workers.");
    }

    [Fact]
    public async Task A_study_made_from_an_example_shows_its_first_trials()
    {
        var page = await OpenAsync("/");
        await OpenExampleAsync(page, "Exercise 1: random search on the dropout MLP");
        await Expect(page.GetByLabel("Trials", new() { Exact = true })).ToHaveValueAsync("20");
        await page.EnterAsync("Trials", "2");
        await page.EnterAsync("Epochs per trial", "1");
        await page.StartStudyAsync();

        await Expect(page.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);
        await page.OpenTabAsync("Trials");
        await Expect(page.TrialsThatAre("Completed")).ToHaveCountAsync(2);
        await Expect(page.Trial(0)).ToContainTextAsync("256");
    }
}
