using AngleSharp.Dom;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Space;
using Hpo.Dashboard.Models.Studies;
using Hpo.Dashboard.Tests.Space;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NewStudyPage = Hpo.Dashboard.Pages.NewStudy;

namespace Hpo.Dashboard.Tests.Form;

public sealed class NewStudyTests : BunitContext
{
    private readonly TemporaryFolder _folder = new();
    private readonly StudyService _studies;
    private readonly BunitJSModuleInterop _script;

    public NewStudyTests()
    {
        var catalog = Catalogs.Create();
        _studies = new StudyService(_folder.Path, catalog);
        Services.AddVisitor();
        Services.AddSingleton(_studies);
        Services.AddScoped(_ => new StudyForm(catalog));
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<StudyList>();
        Services.AddSingleton<StudyCloning>();
        Services.AddSingleton(new StudyExamples([new("bowl", "Exercise 1", "A bowl.", "no time", "bowl", 7) { Searcher = "local" }]));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        _script = JSInterop.SetupModule("./Components/Forms/FormScope.razor.js");
        _script.Mode = JSRuntimeMode.Loose;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        _studies.Dispose();
        _folder.Dispose();
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private IEnumerable<object?> Focused => _script.Invocations["focus"].Select(call => call.Arguments[0]);

    private static IElement Start(IRenderedComponent<NewStudyPage> page) => page.Find("button.start");

    private static string NoteOf(IRenderedComponent<NewStudyPage> page, string id) => page.Find($"#{id}-note").TextContent.Trim();

    [Fact]
    public void Opens_with_an_example_that_one_press_starts()
    {
        var page = Render<NewStudyPage>();
        Assert.Equal("5 trials of Valley, up to 10 epochs each, on 1 worker. The first trial has learning_rate=0.1, batch_size=128.", page.Find(".summary").TextContent);

        Start(page).Click();

        var study = Assert.Single(_studies.List());
        Assert.EndsWith($"/studies/{study.Id}", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_may_name_a_study_to_clone_and_the_differences_follow_the_editing()
    {
        var original = await Finished();
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/studies/new?from={original.Id}");

        var page = Render<NewStudyPage>();

        Assert.Equal("Bowl (2)", page.Find("#study-name").GetAttribute("value"));
        Assert.Contains("runs the study again exactly", page.Find(".clone").TextContent, StringComparison.Ordinal);
        page.Find("#study-trials").Input("9");
        Assert.Equal(["Name", "Trials"], page.FindAll(".differences .subject").Select(subject => subject.TextContent));
        Start(page).Click();
        var clone = _studies.Find(_studies.List()[0].Id)!.Definition;
        Assert.Equal((9, original.Id), (clone.Stop.Trials, clone.ClonedFrom!.Id));
    }

    [Fact]
    public void A_study_to_clone_that_is_not_there_is_told()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/studies/new?from=nosuchid");

        Assert.Contains("no study to make another one from", Render<NewStudyPage>().Find(".missing").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_learns_from_an_earlier_one()
    {
        var original = await Finished();
        var page = Render<NewStudyPage>();
        page.Find("#study-objective").Change("bowl");
        page.Find("#study-searcher").Change("tpe");

        page.Find("#study-warmstudy").Change(original.Id);

        Assert.Contains("The searcher begins with 6 trials.", page.Find(".warm .says").TextContent, StringComparison.Ordinal);
        page.Find("#study-warmtrials").Input("2");
        Assert.Contains("The searcher begins with the best 2 of 6 trials.", page.Find(".warm .says").TextContent, StringComparison.Ordinal);
        Start(page).Click();
        var warm = _studies.Find(_studies.List()[0].Id)!.Definition.WarmStart!;
        Assert.Equal((2, original.Id), (warm.Trials.Length, Assert.Single(warm.Studies).Id));
    }

    private async Task<LiveStudy> Finished()
    {
        var study = _studies.Start(new StudyDefinition
        {
            Name = "Bowl",
            Objective = new("bowl"),
            Space = Catalogs.BowlSpace,
            InitialConfigurations = [Catalogs.BowlInitial],
            Searcher = new("random"),
            Scheduler = new("fifo"),
            Stop = new(6),
        });
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        return study;
    }

    [Fact]
    public void An_address_may_name_a_ready_made_study()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/studies/new?example=bowl");

        var page = Render<NewStudyPage>();

        Assert.Equal("Exercise 1", page.Find("#study-name").GetAttribute("value"));
        Assert.Equal("7 trials of Bowl, on 1 worker. Searcher: Local search. Scheduler: First in, first out. The first trial has x=0.5.", page.Find(".summary").TextContent);
        Assert.Empty(page.FindAll(".aside"));
        Start(page).Click();
        Assert.Equal("local", _studies.Find(Assert.Single(_studies.List()).Id)!.Definition.Searcher.Type);
    }

    [Fact]
    public void A_ready_made_study_that_does_not_exist_is_not_missed()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/studies/new?example=none");

        Assert.Equal("Valley", Render<NewStudyPage>().Find("#study-name").GetAttribute("value"));
    }

    [Fact]
    public void Opening_the_page_starts_nothing()
    {
        Render<NewStudyPage>();

        Assert.Empty(_studies.List());
    }

    [Fact]
    public void Until_the_page_is_connected_it_shows_everything_and_takes_nothing()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var page = Render<NewStudyPage>();

        Assert.True(page.Find("hpo-form > fieldset").HasAttribute("disabled"));
        Assert.Equal("Valley", page.Find("#study-name").GetAttribute("value"));
    }

    [Fact]
    public void Each_component_is_explained()
    {
        var page = Render<NewStudyPage>();

        Assert.Equal("A valley.", NoteOf(page, "study-objective"));
        Assert.StartsWith("Tries the initial configuration first", NoteOf(page, "study-searcher"), StringComparison.Ordinal);
        Assert.StartsWith("Starts a new trial whenever a worker is free", NoteOf(page, "study-scheduler"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_billion_trials_are_refused_at_the_field_and_nothing_is_started()
    {
        var page = Render<NewStudyPage>();

        page.Find("#study-trials").Input("1000000000");
        Assert.Equal("1,000,000,000 trials are too many: at most 100,000 are allowed.", NoteOf(page, "study-trials"));
        Assert.Contains("One thing is not right yet.", page.Find(".bar").TextContent, StringComparison.Ordinal);

        await Start(page).ClickAsync();
        Assert.Equal("study-trials", Assert.Single(Focused));
        Assert.Equal("1000000000", page.Find("#study-trials").GetAttribute("value"));
        Assert.Empty(_studies.List());
    }

    [Theory]
    [InlineData(Spaces.LearningRate, SpaceField.Lower, "2", Spaces.LearningRate, SpaceField.Upper)]
    [InlineData(Spaces.BatchSize, SpaceField.Name, "learning_rate", Spaces.BatchSize, SpaceField.Name)]
    [InlineData(Spaces.BatchSize, SpaceField.Initial, "1000", Spaces.BatchSize, SpaceField.Initial)]
    [InlineData(Spaces.BatchSize, SpaceField.Upper, "5000", Spaces.BatchSize, SpaceField.Upper)]
    public async Task A_mistake_in_the_space_takes_the_focus_on_start_and_nothing_is_started(int row, SpaceField field, string text, int wrongRow, SpaceField wrong)
    {
        var page = Render<NewStudyPage>();
        page.Find("#" + Components.Space.SpaceIds.Field(row, field)).Input(text);

        await Start(page).ClickAsync();

        Assert.Equal(Components.Space.SpaceIds.Field(wrongRow, wrong), Assert.Single(Focused));
        Assert.NotEqual("", NoteOf(page, Components.Space.SpaceIds.Field(wrongRow, wrong)));
        Assert.Empty(_studies.List());
    }

    [Fact]
    public async Task JSON_that_cannot_be_understood_is_shown_again_on_start()
    {
        var page = Render<NewStudyPage>();
        page.FindAll("input[name=space-view]")[1].Change(true);
        page.Find("textarea").Input("{ oops");
        page.FindAll("input[name=space-view]")[0].Change(true);

        await Start(page).ClickAsync();

        Assert.Equal("{ oops", page.Find("textarea").GetAttribute("value"));
        Assert.Equal("space-json", Assert.Single(Focused));
        Assert.Empty(_studies.List());
    }

    [Fact]
    public void Another_objective_offers_its_space_and_keeps_the_edited_one()
    {
        var page = Render<NewStudyPage>();
        page.Find("#" + Components.Space.SpaceIds.Field(Spaces.LearningRate, SpaceField.Upper)).Input("0.5");

        page.Find("#study-objective").Change("bowl");
        Assert.Equal("A bowl, without epochs.", NoteOf(page, "study-objective"));
        Assert.Equal(2, page.FindAll(".row").Count);

        page.Find(".offer button").Click();
        Assert.Equal("x", Assert.Single(page.FindAll(".row")).GetAttribute("aria-label"));
        page.Find("[data-undo]").Click();
        Assert.Equal(2, page.FindAll(".row").Count);
    }

    [Fact]
    public void A_time_is_said_in_other_words()
    {
        var page = Render<NewStudyPage>();

        page.Find("#study-timelimit").Input("90");

        Assert.Equal("1 minute 30 seconds.", NoteOf(page, "study-timelimit"));
    }

    [Fact]
    public async Task What_was_typed_is_still_there_after_a_look_at_another_page()
    {
        var page = Render<NewStudyPage>();
        page.Find("#study-name").Input("Mine");
        await DisposeComponentsAsync();

        Assert.Equal("Mine", Render<NewStudyPage>().Find("#study-name").GetAttribute("value"));
    }

    [Fact]
    public void After_a_start_the_next_form_is_the_example_and_the_last_entries_can_be_had_again()
    {
        var page = Render<NewStudyPage>();
        page.Find("#study-trials").Input("7");
        Start(page).Click();

        var next = Render<NewStudyPage>();
        Assert.Equal("5", next.Find("#study-trials").GetAttribute("value"));
        next.Find("button.aside").Click();
        Assert.Equal("7", next.Find("#study-trials").GetAttribute("value"));
    }

    [Fact]
    public void A_method_shows_its_paper_and_its_parameters_with_their_defaults()
    {
        var page = Render<NewStudyPage>();
        page.Find("#study-searcher").Change("evolution");

        Assert.Contains("Regularized evolution for image classifier architecture search", page.Find(".paper").TextContent, StringComparison.Ordinal);
        var disclosure = page.Find("#study-searcher-parameters-button");
        Assert.Equal("false", disclosure.GetAttribute("aria-expanded"));
        Assert.Contains("population 100 · sample 10", disclosure.TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("#study-searcher-parameters").HasAttribute("hidden"));

        disclosure.Click();

        Assert.False(page.Find("#study-searcher-parameters").HasAttribute("hidden"));
        Assert.Equal("100", page.Find("#study-searcher-populationsize").GetAttribute("value"));
        Assert.StartsWith("How many of the youngest trials are alive", NoteOf(page, "study-searcher-populationsize"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_in_a_parameter_is_refused_at_its_field_and_stays_in_sight()
    {
        var page = Render<NewStudyPage>();
        page.Find("#study-searcher").Change("tpe");
        page.Find("#study-searcher-startuptrials").Input("many");

        Assert.Equal("\"many\" is not a whole number.", NoteOf(page, "study-searcher-startuptrials"));
        Assert.Equal("true", page.Find("#study-searcher-parameters-button").GetAttribute("aria-expanded"));
        await Start(page).ClickAsync();
        Assert.Equal("study-searcher-startuptrials", Assert.Single(Focused));
        Assert.Empty(_studies.List());

        page.Find("#study-searcher-startuptrials").Input("20");
        Assert.Equal("true", page.Find("#study-searcher-parameters-button").GetAttribute("aria-expanded"));
        Assert.EndsWith("Usually 10.", NoteOf(page, "study-searcher-startuptrials"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_study_that_is_started_has_the_parameters()
    {
        var page = Render<NewStudyPage>();
        page.Find("#study-searcher").Change("tpe");
        page.Find("#study-searcher-startuptrials").Input("3");
        page.Find("#study-searcher-multivariate").Change("false");
        page.Find("#study-searcher").Change("grid");
        page.Find("#study-searcher").Change("tpe");
        Start(page).Click();

        var study = _studies.Find(Assert.Single(_studies.List()).Id)!;
        Assert.Equal(new("tpe", new(("startupTrials", 3), ("candidates", 24), ("multivariate", false))), study.Definition.Searcher);
    }

    [Fact]
    public async Task A_scheduler_with_rungs_and_an_objective_without_epochs_are_refused_in_words()
    {
        var page = Render<NewStudyPage>();
        page.Find("#study-objective").Change("bowl");
        page.Find("#study-scheduler").Change("asha-stopping");

        Assert.Contains("Bowl has no epochs", NoteOf(page, "study-scheduler"), StringComparison.Ordinal);
        // what was chosen is explained all the same
        Assert.Equal(Services.GetRequiredService<StudyForm>().Chosen(StudyField.Scheduler).Explanation, page.Find(".explanation").TextContent);
        await Start(page).ClickAsync();
        Assert.Equal("study-scheduler", Assert.Single(Focused));
        Assert.Empty(_studies.List());

        page.Find("#study-objective").Change("valley");
        Assert.Equal(
            "Rungs at 1, 3, 9 and 10 epochs; a trial goes on from a rung when it is among the best third of those that have reached it, else it stops.",
            page.Find(".plan").TextContent);
    }
}
