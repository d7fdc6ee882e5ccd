using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>The README's five minutes, on the real images.</summary>
public sealed class TourTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    [Fact]
    public async Task Two_trials_of_a_LeNet_are_started_from_the_filled_in_form_and_watched_to_their_end()
    {
        var page = await OpenAsync("/", View.Projector with { Theme = "light" });
        await page.GetByRole(AriaRole.Link, new() { Name = "New study" }).First.ClickAsync();
        await Expect(page.GetByLabel("Objective")).ToHaveValueAsync("LeNet on Fashion-MNIST");
        await page.EnterAsync("Trials", "2");
        await page.EnterAsync("Epochs per trial", "1");
        await page.StartStudyAsync();

        await page.OpenTabAsync("Trials");
        await Expect(page.Trial(0)).ToContainTextAsync("initial configuration 1 of 1");
        await Expect(page.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);
        foreach (var trial in new[] { 0, 1 })
        {
            await Expect(page.Trial(trial)).ToContainTextAsync("Completed");
            // a LeNet that has seen the images once is right most of the time, and not always
            await Expect(page.Trial(trial).Locator(".error")).ToHaveTextAsync(new Regex(@"^0\.[1-8]\d*$"));
        }

        await page.OpenTabAsync("Overview");
        await Expect(page.Locator(".incumbent [data-fact=error]")).ToHaveTextAsync(new Regex(@"^0\.[1-7]\d*$"));
        var charts = new Charts(page);
        await charts.EndedAsync();
        var drawn = await charts.DataAsync();
        await page.ReloadAsync();
        await ReadyAsync(page);
        await charts.EndedAsync();
        Assert.Equal(drawn, await charts.DataAsync());
        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task A_bound_that_a_log_scale_cannot_have_is_explained_at_the_field_and_starts_nothing()
    {
        var page = await OpenAsync("/studies/new");
        var lower = page.Locator(".row").First.GetByLabel("From", new() { Exact = true });
        await lower.FillAsync("0");
        await Expect(page.GetByText("Lower bound 0 is not allowed on a log scale: use a value above 0.")).ToBeVisibleAsync();
        await page.PressButtonAsync("Start");
        await Expect(lower).ToBeFocusedAsync();
        Assert.EndsWith("/studies/new", page.Url, StringComparison.Ordinal);
        await Expect(lower).ToHaveValueAsync("0");
    }
}
