using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Steering;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Engine.Tuning;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Steering;

public sealed class StudyControlsTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly StudyWorld _world = new();

    public StudyControlsTests()
    {
        Services.AddSingleton(_world.Service);
    }

    [Fact]
    public async Task The_owner_pauses_and_takes_it_back()
    {
        var (study, controls) = await ShowAsync();
        Press(controls, "Pause");
        controls.WaitForAssertion(() => Assert.Equal("Pausing: running trials finish their epochs.", controls.Find("[role=status]").TextContent), Patience);
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Pausing);
        Update(controls, study);
        Assert.Contains("Go on", Buttons(controls));

        // one word for one thing, and one button for it
        Assert.Empty(controls.FindAll(".said button"));
        Press(controls, "Go on");
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Running);
        Update(controls, study);
        Assert.Contains("Pause", Buttons(controls));
    }

    [Fact]
    public async Task Numbers_are_stepped_typed_and_put_back_when_they_are_none()
    {
        var (study, controls) = await ShowAsync();
        controls.Find("button[aria-label='One more: Workers']").Click();
        await StudyWorld.Until(study, snapshot => snapshot.Workers == 2);
        controls.Find("input[aria-label=Trials]").Change("25");
        await StudyWorld.Until(study, snapshot => snapshot.NumberOfTrials == 25);
        Update(controls, study);
        Assert.Equal("25", controls.Find("input[aria-label=Trials]").GetAttribute("value"));

        controls.Find("input[aria-label=Trials]").Change("many");
        controls.WaitForAssertion(() => Assert.Equal("25", controls.Find("input[aria-label=Trials]").GetAttribute("value")), Patience);
        Assert.Equal(25, study.Snapshot.NumberOfTrials);
    }

    [Fact]
    public async Task Cancelling_asks_first()
    {
        var (study, controls) = await ShowAsync();
        var dialogs = Render<MudDialogProvider>();
        Press(controls, "Cancel…");
        Assert.Equal(StudyStatus.Running, study.Snapshot.Status);
        dialogs.WaitForAssertion(() => Assert.Equal("Let it run", dialogs.FindAll("[role=dialog] button")[0].TextContent.Trim()), Patience);
        Assert.Contains("The running trial ends now", dialogs.Find("[role=dialog]").TextContent, StringComparison.Ordinal);
        dialogs.FindAll("[role=dialog] button").Single(button => button.TextContent.Trim() == "Cancel the study").Click();
        await StudyWorld.Until(study, snapshot => snapshot.Outcome == StudyOutcome.Cancelled);
    }

    [Fact]
    public async Task A_configuration_is_typed_tried_next_and_taken_back()
    {
        var (study, controls) = await ShowAsync();
        var dialogs = Render<MudDialogProvider>();
        Press(controls, "Try a configuration…");
        Assert.Equal("0.01", dialogs.Find("#try-learning_rate").GetAttribute("value"));
        dialogs.Find("#try-learning_rate").Input("5");
        Assert.True(dialogs.Find("button[type=submit]").HasAttribute("disabled"));
        dialogs.Find("#try-learning_rate").Input("0.5");
        Assert.Equal(dialogs.Find("form").Id, dialogs.Find("button[type=submit]").GetAttribute("form"));
        dialogs.Find("form").Submit();
        await StudyWorld.Until(study, snapshot => snapshot.Enqueued.Count == 1);
        Assert.Equal(0.5, study.Snapshot.Enqueued[0].Configuration["learning_rate"].AsReal());
        Update(controls, study);

        controls.Find(".waiting button").Click();
        await StudyWorld.Until(study, snapshot => snapshot.Enqueued.IsEmpty);
    }

    [Fact]
    public async Task An_interrupted_study_is_resumed_with_one_press()
    {
        var study = _world.Start(trials: 2);
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        _world.Reopen();
        Services.AddSingleton(_world.Service);
        Services.AddVisitor();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var found = _world.Service.Find(study.Id)!;
        var resumed = 0;
        var controls = Render<StudyControls>(it => it.Add(c => c.Live, found).Add(c => c.Study, found.Snapshot).Add(c => c.OnResumed, () => resumed++));
        Assert.Equal(["Resume"], Buttons(controls));
        Press(controls, "Resume");
        controls.WaitForAssertion(() => Assert.Equal("The study goes on where it was interrupted.", controls.Find("[role=status]").TextContent), Patience);
        Assert.Equal(1, resumed);
        await StudyWorld.Until(found, snapshot => snapshot.Status == StudyStatus.Running);
    }

    [Fact]
    public async Task A_student_steers_within_the_limits_of_the_class()
    {
        var (study, controls) = await ShowAsync(new Visitor("s", VisitorRole.Student));
        Assert.True((await Send(new SetNumberOfTrials(50))).IsDone);
        Assert.Equal("A student's study has at most 50 trials.", (await Send(new SetNumberOfTrials(51))).Words);
        Assert.Equal("A student's study has at most 2 workers.", (await Send(new SetWorkers(3))).Words);
        await StudyWorld.Until(study, snapshot => snapshot.NumberOfTrials == 50);

        Task<StudyAnswer> Send(StudyCommand command) => controls.InvokeAsync(() => controls.Instance.SendAsync(command));
    }

    [Fact]
    public async Task Who_may_not_change_the_study_sees_no_controls_and_is_refused_on_the_server()
    {
        var (study, controls) = await ShowAsync(Visitor.Nobody);
        Assert.Empty(Buttons(controls));
        Assert.False((await controls.InvokeAsync(() => controls.Instance.SendAsync(new CancelStudy()))).IsDone);
        Assert.Equal(StudyStatus.Running, study.Snapshot.Status);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }

    [Fact]
    public async Task What_was_pressed_while_the_connection_was_lost_does_not_run_when_it_is_back()
    {
        var module = JSInterop.SetupModule("./Components/Steering/StudyControls.razor.js");
        var age = module.Setup<double>("age");
        age.SetResult(18.2);
        var (study, controls) = await ShowAsync();

        Press(controls, "Pause");
        controls.WaitForAssertion(() => Assert.StartsWith("Nothing was done: this was pressed 18.2 s ago", controls.Find("[role=status]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(StudyStatus.Running, study.Snapshot.Status);

        age.SetResult(0.1);
        Press(controls, "Pause");
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Pausing);
    }

    [Fact]
    public async Task When_the_study_ends_its_controls_stay_and_cannot_be_pressed()
    {
        var (study, controls) = await ShowAsync();
        await controls.InvokeAsync(() => controls.Instance.SendAsync(new CancelStudy()));
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        Update(controls, study);

        Assert.Empty(Buttons(controls));
        Assert.True(controls.Find("fieldset.over:has(button)").HasAttribute("disabled"));
        Assert.Equal(study.Snapshot.OutcomeReason, controls.Find("[role=status]").TextContent);
        Assert.Empty(Render<StudyControls>(it => it.Add(c => c.Live, study).Add(c => c.Study, study.Snapshot)).FindAll(".controls"));
    }

    private static IEnumerable<string> Buttons(IRenderedComponent<StudyControls> controls) =>
        controls.FindAll(".controls:not(.over) button").Where(button => button.Closest(".stepper") is null).Select(button => button.TextContent.Trim());

    private static void Press(IRenderedComponent<StudyControls> controls, string text) =>
        controls.FindAll(".controls button, .said button").Single(button => button.TextContent.Trim() == text).Click();

    private static void Update(IRenderedComponent<StudyControls> controls, LiveStudy study) => controls.Render(it => it.Add(c => c.Study, study.Snapshot));

    private async Task<(LiveStudy Study, IRenderedComponent<StudyControls> Controls)> ShowAsync(Visitor? visitor = null)
    {
        Services.AddVisitor(visitor);
        var study = _world.Start(owner: visitor?.Id ?? "");
        await StudyWorld.Until(study, snapshot => snapshot.Running == 1);
        return (study, Render<StudyControls>(it => it.Add(c => c.Live, study).Add(c => c.Study, study.Snapshot)));
    }
}
