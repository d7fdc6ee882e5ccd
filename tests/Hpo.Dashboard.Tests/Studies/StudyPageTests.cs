using Hpo.Dashboard.Components.Charts;
using Hpo.Dashboard.Components.Studies;
using Hpo.Engine.Trials;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StudyPageTests : StudyPageTest
{
    [Fact]
    public void A_study_that_does_not_exist_is_told_kindly()
    {
        var page = Open("nosuchid");

        Assert.Equal("No such study", page.Find("h1").TextContent);
        Assert.Equal("/", page.Find("a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_study_is_followed_to_its_end()
    {
        var study = World.Start(trials: 2);
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        var page = Open(study.Id);
        Assert.Equal("Running", page.Find(".study-header .word").TextContent);

        World.Objective.Report(0.5);
        page.WaitForAssertion(() => Assert.Equal("0.5000", page.Find("[data-fact=error]").TextContent), Patience);
        World.Objective.Report(double.NaN);

        page.WaitForAssertion(() => Assert.Equal("All 2 trials have run.", page.Find(".said [role=status]").TextContent), Patience);
        Tab(page, "Trials");
        Assert.Equal(2, page.FindAll("button[data-trial]").Count);
        Assert.Single(page.FindAll("tr.failed"));
    }

    [Fact]
    public async Task Stop_lets_the_running_trial_finish()
    {
        var study = World.Start();
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        var page = Open(study.Id);

        Button(page, "Stop").Click();
        page.WaitForAssertion(() => Assert.Equal("Stopping", page.Find(".study-header .word").TextContent), Patience);
        World.Objective.Report(0.5);

        page.WaitForAssertion(() => Assert.Equal("Stopped", page.Find(".study-header .word").TextContent), Patience);
        Assert.Equal(TrialStatus.Completed, Assert.Single(study.Snapshot.Trials).Status);
    }

    [Fact]
    public async Task Cancel_ends_the_running_trial_once_it_is_confirmed()
    {
        var study = World.Start();
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        var page = Open(study.Id);

        Button(page, "Cancel…").Click();
        Overlays.WaitForAssertion(() => Assert.NotEmpty(Overlays.FindAll("[role=dialog]")), Patience);
        Overlays.FindAll("[role=dialog] button").Single(button => button.TextContent.Trim() == "Cancel the study").Click();

        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".study-header .word").TextContent), Patience);
        Assert.Equal(TrialStatus.Cancelled, Assert.Single(study.Snapshot.Trials).Status);
    }

    [Fact]
    public async Task A_page_that_was_left_is_not_rendered_any_more()
    {
        var study = World.Start(trials: 1);
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        var page = Open(study.Id);
        await DisposeComponentsAsync();
        var renders = page.RenderCount;

        World.Objective.Report(0.5);
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);

        Assert.Equal(renders, page.RenderCount);
    }

    [Fact]
    public async Task The_page_turns_to_another_study_when_its_address_does()
    {
        var (first, second) = (World.Start("The first"), World.Start("The second"));
        await StudyWorld.Until(first, snapshot => snapshot.Running == 1);
        await StudyWorld.Until(second, snapshot => snapshot.Running == 1);
        var page = Open(first.Id);

        page.Render(it => it.Add(page => page.Id, second.Id));

        Assert.Equal("The second", page.Find("h1").TextContent);
        World.Service.Send(second.Id, new CancelStudy());
        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".study-header .word").TextContent), Patience);
    }

    [Fact]
    public void The_definition_is_told_in_words_and_as_JSON_that_can_be_copied()
    {
        JSInterop.SetupModule("./Components/Studies/CopyButton.razor.js").Setup<bool>("copy", "definition-text").SetResult(true);
        var page = Open(World.Start().Id);
        Tab(page, "Definition");

        Assert.Contains("0.001 to 1, on a log scale", page.Find(".definition").TextContent, StringComparison.Ordinal);
        Assert.Contains("\"seed\": 42", page.Find("#definition-text").TextContent, StringComparison.Ordinal);
        page.FindComponent<CopyButton>().Find("button").Click();

        page.WaitForAssertion(
            () => Assert.Equal("Copied.", page.FindComponent<CopyButton>().Find("[role=status]").TextContent), Patience);
    }

    [Fact]
    public async Task What_is_shown_stands_in_the_address_and_an_address_leads_back_to_it()
    {
        var study = await Finished();
        var page = Open(study.Id);
        var navigation = Services.GetRequiredService<NavigationManager>();

        Tab(page, "Trials");
        Assert.EndsWith($"/studies/{study.Id}?tab=trials", navigation.Uri, StringComparison.Ordinal);
        page.Find("button[data-trial='0']").Click();
        Assert.EndsWith($"/studies/{study.Id}?trial=0", navigation.Uri, StringComparison.Ordinal);

        navigation.NavigateTo($"/studies/{study.Id}");
        page.WaitForAssertion(() => Assert.Equal("Overview", page.Find("[role=tab][aria-selected=true]").TextContent.Trim()), Patience);
        navigation.NavigateTo($"/studies/{study.Id}?trial=0");
        page.WaitForAssertion(() => Assert.StartsWith("Trial 0", page.Find("aside h3").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task The_charts_stay_where_they_are_when_another_tab_is_opened()
    {
        var study = await Finished();
        var page = Open(study.Id);
        var charts = page.FindComponent<StudyCharts>().Instance;

        Tab(page, "Notes");
        Tab(page, "Overview");

        Assert.Same(charts, page.FindComponent<StudyCharts>().Instance);
    }

    [Fact]
    public async Task The_best_leads_to_its_row()
    {
        var study = await Finished();
        var page = Open(study.Id);

        page.FindAll(".incumbent button").Single(button => button.TextContent == "Show trial 0").Click();

        page.WaitForAssertion(() => Assert.StartsWith("Trial 0", page.Find("aside h3").TextContent, StringComparison.Ordinal), Patience);
    }
}
