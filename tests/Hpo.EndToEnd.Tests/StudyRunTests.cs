using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>A study while it runs: watched, stopped, cancelled, cut off.</summary>
public sealed class StudyRunTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_space_is_edited_and_the_study_started_watched_through_a_refresh_and_stopped()
    {
        var page = await OpenAsync("/studies/new");
        await page.ChooseSyntheticAsync(trials: 500);
        var batchSize = page.Locator(".row").Nth(1);
        await batchSize.GetByLabel("To (excluded)", new() { Exact = true }).FillAsync("200");
        await page.StartStudyAsync();
        await page.OpenTabAsync("Trials");
        await Expect(page.Trial(0)).ToContainTextAsync("Completed", new() { Timeout = 60_000 });
        await new Charts(page).DrawnAsync(atLeast: 3);

        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.Trial(0)).ToContainTextAsync("Completed");
        await page.PressButtonAsync("Stop");
        await Expect(page.Status("Stopped")).ToBeVisibleAsync(StudyPages.Patiently);
        await Expect(page.TrialsThatAre("Running")).ToHaveCountAsync(0);
        await Expect(page.Trial(0)).ToContainTextAsync("128");
    }

    [Fact]
    public async Task A_study_is_paused_steered_and_goes_on()
    {
        var page = await OpenAsync("/studies/new");
        await page.ChooseSyntheticAsync(trials: 500);
        await page.StartStudyAsync();
        await page.OpenTabAsync("Trials");
        await Expect(page.Trial(0)).ToContainTextAsync("Completed", new() { Timeout = 60_000 });
        await page.PressButtonAsync("Pause");
        await Expect(page.Status("Paused")).ToBeVisibleAsync(StudyPages.Patiently);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Trials", Exact = true }).FillAsync("400");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-fact=finished]")).ToContainTextAsync("of 400");
        await page.PressButtonAsync("Undo");
        await Expect(page.Locator("[data-fact=finished]")).ToContainTextAsync("of 500");

        await page.Locator("button[data-trial='0']").ClickAsync();
        await page.PressButtonAsync("Copy and change…");
        await page.GetByRole(AriaRole.Dialog).Locator("input").First.FillAsync("0.125");
        await page.PressButtonAsync("Try it");
        await Expect(page.Locator(".waiting")).ToContainTextAsync("0.125");
        await page.PressButtonAsync("Go on");
        await Expect(page.Locator(".waiting")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Expect(page.Locator(".trials tbody[data-start]")).ToContainTextAsync("tried because a person asked for it");
        await page.OpenTabAsync("Notes");
        await Expect(page.Locator(".steering-log .mud-timeline-item")).ToHaveCountAsync(6, new() { Timeout = 60_000 });
        await page.PressButtonAsync("Stop");
        await Expect(page.Status("Stopped")).ToBeVisibleAsync(StudyPages.Patiently);
    }

    [Fact]
    public async Task Cancel_asks_first_and_then_ends_the_running_trials()
    {
        var page = await OpenAsync("/studies/new");
        await page.ChooseSyntheticAsync(trials: 500);
        await page.StartStudyAsync();
        await page.OpenTabAsync("Trials");
        await Expect(page.Trial(0)).ToBeVisibleAsync();
        await page.PressButtonAsync("Cancel…");
        await page.PressButtonAsync("Let it run");
        await Expect(page.Status("Running").First).ToBeVisibleAsync();
        await page.PressButtonAsync("Cancel…");
        await page.PressButtonAsync("Cancel the study");
        await Expect(page.Status("Cancelled")).ToBeVisibleAsync(StudyPages.Patiently);
    }

    [Fact]
    public async Task A_diverged_trial_is_shown_as_failed_and_never_as_0()
    {
        var page = await OpenAsync("/studies/new");
        await page.ChooseSyntheticAsync(trials: 1);
        await page.Locator(".row").First.GetByLabel("To", new() { Exact = true }).FillAsync("1000");
        await page.Locator(".row").First.GetByLabel("Initial value", new() { Exact = true }).FillAsync("900");
        await page.StartStudyAsync();
        await page.OpenTabAsync("Trials");
        await Expect(page.Trial(0)).ToContainTextAsync("Diverged (NaN)", new() { Timeout = 60_000 });
        await Expect(page.Trial(0).Locator(".error")).ToHaveTextAsync("–");
        await page.OpenTabAsync("Overview");
        await Expect(page.Locator(".incumbent").GetByText("No trial handed in an error.")).ToBeVisibleAsync();
        var charts = new Charts(page);
        await charts.EndedAsync();
        Assert.Equal(1, await charts.CountAsync("diverged (NaN)"));
        Assert.Equal(0, await charts.CountAsync("finished"));
    }

    [Fact]
    public async Task After_a_kill_the_page_comes_back_with_the_finished_trials_and_says_what_was_interrupted()
    {
        await using var app = await RunningApp.StartAsync();
        AllowLostConnections();
        var page = await OpenAsync(new Uri(app.Address, "/studies/new").ToString());
        await page.ChooseSyntheticAsync(trials: 500);
        await page.StartStudyAsync();
        await page.OpenTabAsync("Trials");
        await Expect(page.Trial(0)).ToContainTextAsync("Completed", new() { Timeout = 60_000 });
        var error = await page.Trial(0).Locator(".error").TextContentAsync();

        await app.KillAsync();
        await app.RestartAsync();

        await Expect(page.Status("Interrupted")).ToBeVisibleAsync(StudyPages.Patiently);
        await Expect(page.Trial(0).Locator(".error")).ToHaveTextAsync(error!);
        await Expect(page.TrialsThatAre("Running")).ToHaveCountAsync(0);
        await Expect(page.TrialsThatAre("Interrupted")).ToHaveCountAsync(1);

        await ReadyAsync(page);
        await page.PressButtonAsync("Resume");
        await Expect(page.Status("Running").First).ToBeVisibleAsync(StudyPages.Patiently);
        await Expect(page.TrialsThatAre("Interrupted")).ToHaveCountAsync(0);
    }
}
