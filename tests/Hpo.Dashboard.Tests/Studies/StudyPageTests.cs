using Hpo.Dashboard.Components.Charts;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Dashboard.Pages;
using Hpo.Engine.Trials;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Hpo.Training.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StudyPageTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly StudyWorld _world = new();
    private readonly IRenderedComponent<Overlays<Empty>> _overlays;

    public StudyPageTests()
    {
        JSInterop.SetupModule("./Components/Studies/TrialTable.razor.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Components/Studies/NoteField.razor.js").Mode = JSRuntimeMode.Loose;
        Services.AddVisitor();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(_world.Service);
        Services.AddSingleton(_world.Catalog);
        Services.AddSingleton<StudyList>();
        Services.AddSingleton<StudyCloning>();
        Services.AddSingleton(new FashionMnistSource());
        Services.AddSingleton(new SharedCodes(_world.Service.WatchCodes, _world.Service.WatchCodes));
        Services.AddSingleton(new StudyBroadcasts(new StudyServiceSource(_world.Service), new LiveOptions(), TimeProvider.System));
        Services.AddSingleton(new WatchRooms(new LiveOptions(), TimeProvider.System));
        Services.AddSingleton(new ShareAddress(new DashboardOptions { Urls = "http://127.0.0.1:5080", DataFolder = "" }));
        _overlays = Render<Overlays<Empty>>();
    }

    /// <summary>A page of nothing.</summary>
    private sealed class Empty : ComponentBase;

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
        var study = _world.Start(trials: 2);
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        var page = Open(study.Id);
        Assert.Equal("Running", page.Find(".study-header .word").TextContent);

        _world.Objective.Report(0.5);
        page.WaitForAssertion(() => Assert.Equal("0.5000", page.Find("[data-fact=error]").TextContent), Patience);
        _world.Objective.Report(double.NaN);

        page.WaitForAssertion(() => Assert.Equal("All 2 trials have run.", page.Find(".said [role=status]").TextContent), Patience);
        Tab(page, "Trials");
        Assert.Equal(2, page.FindAll("button[data-trial]").Count);
        Assert.Single(page.FindAll("tr.failed"));
    }

    [Fact]
    public async Task Stop_lets_the_running_trial_finish()
    {
        var study = _world.Start();
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        var page = Open(study.Id);

        Button(page, "Stop").Click();
        page.WaitForAssertion(() => Assert.Equal("Stopping", page.Find(".study-header .word").TextContent), Patience);
        _world.Objective.Report(0.5);

        page.WaitForAssertion(() => Assert.Equal("Stopped", page.Find(".study-header .word").TextContent), Patience);
        Assert.Equal(TrialStatus.Completed, Assert.Single(study.Snapshot.Trials).Status);
    }

    [Fact]
    public async Task Cancel_ends_the_running_trial_once_it_is_confirmed()
    {
        var study = _world.Start();
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        var page = Open(study.Id);

        Button(page, "Cancel…").Click();
        _overlays.WaitForAssertion(() => Assert.NotEmpty(_overlays.FindAll("[role=dialog]")), Patience);
        _overlays.FindAll("[role=dialog] button").Single(button => button.TextContent.Trim() == "Cancel the study").Click();

        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".study-header .word").TextContent), Patience);
        Assert.Equal(TrialStatus.Cancelled, Assert.Single(study.Snapshot.Trials).Status);
    }

    [Fact]
    public async Task A_page_that_was_left_is_not_rendered_any_more()
    {
        var study = _world.Start(trials: 1);
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        var page = Open(study.Id);
        await DisposeComponentsAsync();
        var renders = page.RenderCount;

        _world.Objective.Report(0.5);
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);

        Assert.Equal(renders, page.RenderCount);
    }

    [Fact]
    public async Task The_page_turns_to_another_study_when_its_address_does()
    {
        var (first, second) = (_world.Start("The first"), _world.Start("The second"));
        await StudyWorld.Until(first, snapshot => snapshot.Running == 1);
        await StudyWorld.Until(second, snapshot => snapshot.Running == 1);
        var page = Open(first.Id);

        page.Render(it => it.Add(page => page.Id, second.Id));

        Assert.Equal("The second", page.Find("h1").TextContent);
        _world.Service.Send(second.Id, new CancelStudy());
        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".study-header .word").TextContent), Patience);
    }

    [Fact]
    public void The_definition_is_told_in_words_and_as_JSON_that_can_be_copied()
    {
        JSInterop.SetupModule("./Components/Studies/CopyButton.razor.js").Setup<bool>("copy", "definition-text").SetResult(true);
        var page = Open(_world.Start().Id);
        Tab(page, "Definition");

        Assert.Contains("0.001 to 1, on a log scale", page.Find(".definition").TextContent, StringComparison.Ordinal);
        Assert.Contains("\"seed\": 42", page.Find("#definition-text").TextContent, StringComparison.Ordinal);
        page.FindComponent<CopyButton>().Find("button").Click();

        page.WaitForAssertion(
            () => Assert.Equal("Copied.", page.FindComponent<CopyButton>().Find("[role=status]").TextContent), Patience);
    }

    [Fact]
    public async Task A_study_has_notes_that_others_see()
    {
        var study = await Finished();
        var (mine, others) = (Open(study.Id), Open(study.Id));

        Tab(mine, "Notes");
        Tab(others, "Notes");
        Assert.Null(mine.FindComponent<NoteField>().Instance.Save("Worth a look.  "));

        Assert.Equal("Worth a look.", _world.Service.Organiser.Of(study.Id).Notes);
        others.WaitForAssertion(() => Assert.Equal("Worth a look.", others.FindComponent<NoteField>().Instance.Text), Patience);
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_refused_in_words()
    {
        var study = await Finished();
        _world.Service.Organiser.SetNotes(study.Id, "kept");
        var page = Open(study.Id);
        Tab(page, "Notes");

        Assert.StartsWith("The note has 4,001 characters", page.FindComponent<NoteField>().Instance.Save(new string('x', 4001)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trial_has_a_note_that_is_found()
    {
        var study = await Finished();
        var page = Open(study.Id);
        Tab(page, "Trials");
        page.Find("button[data-trial='0']").Click();

        await page.InvokeAsync(() => page.FindComponent<TrialDetails>().FindComponent<NoteField>().Instance.Save("odd one"));

        Assert.Equal("odd one", page.Find("tr .noted").GetAttribute("title"));
        page.Find("input[type=search]").Input("ODD");
        Assert.Single(page.FindAll("button[data-trial]"));
        page.Find("input[type=search]").Input("even");
        Assert.Empty(page.FindAll("button[data-trial]"));
    }

    [Fact]
    public async Task It_runs_again_exactly_under_another_name()
    {
        var study = await Finished();
        var page = Open(study.Id);

        ChooseFromMenu(page, "Run again exactly Same definition, same seed");

        var again = _world.Service.Find(_world.Service.List()[0].Id)!;
        Assert.EndsWith($"/studies/{again.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("A small study (2)", again.Definition.Name);
        Assert.Equal(study.Id, again.Definition.ClonedFrom!.Id);
        Assert.Equal(study.Definition.Seed, again.Definition.Seed);
        var cloned = Open(again.Id);
        Tab(cloned, "Definition");
        Assert.Contains("the suggestions are the same", cloned.Find(".origin").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_that_has_ended_can_be_deleted()
    {
        var study = await Finished();
        var page = Open(study.Id);

        ChooseFromMenu(page, "Delete Can be brought back for ten minutes");

        Assert.Null(_world.Service.Find(study.Id));
        Assert.EndsWith("/", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);

        // the way back stays in sight when the page is left
        _overlays.WaitForAssertion(() => Assert.Contains("Deleted “A small study”.", _overlays.Find(".mud-snackbar").TextContent, StringComparison.Ordinal), Patience);
        _overlays.FindAll(".mud-snackbar button").Single(button => button.TextContent == "Undo").Click();
        Assert.NotNull(_world.Service.Find(study.Id));
        Assert.EndsWith($"/studies/{study.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_is_renamed_and_what_cannot_name_one_is_refused_at_the_field()
    {
        var study = await Finished();
        var page = Open(study.Id);
        ChooseFromMenu(page, "Rename…");
        _overlays.WaitForAssertion(() => Assert.Equal("A small study", _overlays.Find("#new-name").GetAttribute("value")), Patience);

        _overlays.Find("#new-name").Input(" ");
        _overlays.Find("form#rename-form").Submit();
        _overlays.WaitForAssertion(() => Assert.NotEmpty(_overlays.Find("#rename-form .mud-input-error").TextContent), Patience);
        Assert.Equal("A small study", page.Find("h1").TextContent);

        _overlays.Find("#new-name").Input("The one for Tuesday");
        _overlays.Find("form#rename-form").Submit();
        page.WaitForAssertion(() => Assert.Equal("The one for Tuesday", page.Find("h1").TextContent), Patience);
        Assert.Equal("The one for Tuesday", _world.Service.List()[0].Name);
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

    private async Task<LiveStudy> Finished()
    {
        var study = _world.Start(trials: 1);
        _world.Objective.Report(0.5);
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        return study;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<StudyPage> page, string text) =>
        page.FindAll(".controls button").Single(button => button.TextContent.Trim() == text);

    private static void Tab(IRenderedComponent<StudyPage> page, string name)
    {
        page.FindAll("[role=tab]").Single(tab => tab.TextContent.Trim() == name).Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.FindAll("[role=tab]").Single(tab => tab.TextContent.Trim() == name).GetAttribute("aria-selected")), Patience);
    }

    private void ChooseFromMenu(IRenderedComponent<StudyPage> page, string item)
    {
        page.Find("button[aria-label='More about this study']").Click();
        _overlays.WaitForAssertion(() => Assert.NotEmpty(_overlays.FindAll("[role=menuitem]")), Patience);
        // found and clicked with no rendering in between
        _overlays.InvokeAsync(() => { _ = _overlays.FindAll("[role=menuitem]").Single(it => it.TextContent.Trim() == item).ClickAsync(); }).GetAwaiter().GetResult();
        _overlays.InvokeAsync(static () => { }).GetAwaiter().GetResult();
    }

    private IRenderedComponent<StudyPage> Open(string id) => Render<StudyPage>(page => page.Add(it => it.Id, id));
}
