using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Pages;
using Hpo.Engine.Tuning;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Hpo.Training.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class StudyPageTests : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly StudyWorld _world = new();

    public StudyPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Components/Studies/TrialTable.razor.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Components/Studies/ConfirmDialog.razor.js").Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(_world.Service);
        Services.AddSingleton(_world.Catalog);
        Services.AddSingleton(new CurrentVisitor());
        Services.AddSingleton(new FashionMnistSource());
    }

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

        page.WaitForAssertion(() => Assert.Equal("All 2 trials have run.", page.Find(".outcome").TextContent), Patience);
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
        page.Find("dialog .confirm").Click();

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

        Assert.Contains("0.001 to 1, on a log scale", page.Find(".definition").TextContent, StringComparison.Ordinal);
        Assert.Contains("\"seed\": 42", page.Find("#definition-text").TextContent, StringComparison.Ordinal);
        page.FindComponent<CopyButton>().Find("button").Click();

        page.WaitForAssertion(
            () => Assert.Equal("Copied.", page.FindComponent<CopyButton>().Find("[role=status]").TextContent), Patience);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<StudyPage> page, string text) =>
        page.FindAll(".controls button").Single(button => button.TextContent.Trim() == text);

    private IRenderedComponent<StudyPage> Open(string id) => Render<StudyPage>(page => page.Add(it => it.Id, id));
}
