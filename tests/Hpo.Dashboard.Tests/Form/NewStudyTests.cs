using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Space;
using Hpo.Dashboard.Tests.Mud;
using Hpo.Dashboard.Tests.Space;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using NewStudyPage = Hpo.Dashboard.Pages.NewStudy;

namespace Hpo.Dashboard.Tests.Form;

public sealed class NewStudyTests : NewStudyPageTest
{
    [Fact]
    public void Opens_with_an_example_that_one_press_starts()
    {
        var page = Render<NewStudyPage>();
        Assert.Equal("5 trials of Valley, up to 10 epochs each, on 1 worker. The first trial has learning_rate=0.1, batch_size=128.", page.Find(".summary").TextContent);

        Start(page).Click();

        var study = Assert.Single(Studies.List());
        Assert.EndsWith($"/studies/{study.Id}", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Opening_the_page_starts_nothing()
    {
        Render<NewStudyPage>();

        Assert.Empty(Studies.List());
    }

    [Fact]
    public void Lists_show_each_method_with_what_it_does_and_its_paper()
    {
        var lists = Render<MudPopoverProvider>();

        Render<NewStudyPage>().Find("#study-searcher").Closest("div.mud-input-control")!.MouseDown();

        lists.WaitForAssertion(() => Assert.All(Searchers.Zip(lists.FindAll("[role=option]")), pair =>
        {
            Assert.StartsWith(pair.First.Name, pair.Second.TextContent.Trim(), StringComparison.Ordinal);
            Assert.Contains(pair.First.Explanation, pair.Second.TextContent, StringComparison.Ordinal);
            Assert.Equal(pair.First.Paper?.Title ?? "", pair.Second.QuerySelector("cite")?.TextContent ?? "");
        }));
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
        Assert.Contains("One thing is not right yet.", page.Find(".start-bar .says").TextContent, StringComparison.Ordinal);

        await Start(page).ClickAsync();
        Assert.Equal("study-trials", Assert.Single(Focused));
        Assert.Equal("1000000000", page.Find("#study-trials").GetAttribute("value"));
        Assert.Empty(Studies.List());
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
        Assert.Empty(Studies.List());
    }

    [Fact]
    public async Task JSON_that_cannot_be_understood_is_shown_again_on_start()
    {
        var page = Render<NewStudyPage>();
        Button(page, "JSON").Click();
        page.Find("textarea").Input("{ oops");
        Button(page, "Form").Click();

        await Start(page).ClickAsync();

        Assert.Equal("{ oops", page.Find("textarea").GetAttribute("value"));
        Assert.Equal("space-json", Assert.Single(Focused));
        Assert.Empty(Studies.List());
    }

    [Fact]
    public void Another_objective_offers_its_space_and_keeps_the_edited_one()
    {
        var page = Render<NewStudyPage>();
        page.Find("#" + Components.Space.SpaceIds.Field(Spaces.LearningRate, SpaceField.Upper)).Input("0.5");

        page.Choose("study-objective", "bowl");
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

        page.Find("#study-timelimit").Input("90 s");

        Assert.Equal("1 minute 30 seconds.", NoteOf(page, "study-timelimit"));
    }

    [Fact]
    public void A_time_without_a_unit_is_taken_and_said()
    {
        var page = Render<NewStudyPage>();

        page.Find("#study-timelimit").Input("10");

        Assert.Equal("Taken as 10 seconds. Write 10 min for minutes.", NoteOf(page, "study-timelimit"));
        Assert.Equal(600, Started(page, "10 min").Stop.TimeLimitSeconds);
    }

    [Fact]
    public void What_the_objective_needs_is_offered_before_anything_else()
    {
        var page = Render<NewStudyPage>();
        page.Find("button[aria-label='Remove batch_size']").Click();

        Button(page, "Add batch_size").Click();

        Assert.Equal(["learning_rate", "batch_size"], page.FindAll(".row").Select(row => row.GetAttribute("aria-label")));
        Assert.NotNull(Services.GetRequiredService<StudyForm>().Reading.Definition);
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
        Button(next, "Bring back my last entries").Click();
        Assert.Equal("7", next.Find("#study-trials").GetAttribute("value"));
    }

    [Fact]
    public void A_method_shows_its_paper_and_its_parameters_with_their_defaults()
    {
        var page = Render<NewStudyPage>();
        page.Choose("study-searcher", "evolution");

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
        page.Choose("study-searcher", "tpe");
        page.Find("#study-searcher-startuptrials").Input("many");

        Assert.Equal("\"many\" is not a whole number.", NoteOf(page, "study-searcher-startuptrials"));
        Assert.Equal("true", page.Find("#study-searcher-parameters-button").GetAttribute("aria-expanded"));
        await Start(page).ClickAsync();
        Assert.Equal("study-searcher-startuptrials", Assert.Single(Focused));
        Assert.Empty(Studies.List());

        page.Find("#study-searcher-startuptrials").Input("20");
        Assert.Equal("true", page.Find("#study-searcher-parameters-button").GetAttribute("aria-expanded"));
        Assert.EndsWith("Usually 10.", NoteOf(page, "study-searcher-startuptrials"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_study_that_is_started_has_the_parameters()
    {
        var page = Render<NewStudyPage>();
        page.Choose("study-searcher", "tpe");
        page.Find("#study-searcher-startuptrials").Input("3");
        page.Choose("study-searcher-multivariate", "false");
        page.Choose("study-searcher", "grid");
        page.Choose("study-searcher", "tpe");
        Start(page).Click();

        var study = Studies.Find(Assert.Single(Studies.List()).Id)!;
        Assert.Equal(new("tpe", new(("startupTrials", 3), ("candidates", 24), ("multivariate", false))), study.Definition.Searcher);
    }

    private StudyDefinition Started(IRenderedComponent<NewStudyPage> page, string timeLimit)
    {
        page.Find("#study-timelimit").Input(timeLimit);
        Start(page).Click();
        return Studies.Find(Assert.Single(Studies.List()).Id)!.Definition;
    }

    private IEnumerable<CatalogEntry> Searchers => Services.GetRequiredService<StudyForm>().Catalog.Searchers;

    [Fact]
    public async Task A_scheduler_with_rungs_and_an_objective_without_epochs_are_refused_in_words()
    {
        var page = Render<NewStudyPage>();
        page.Choose("study-objective", "bowl");
        page.Choose("study-scheduler", "asha-stopping");

        Assert.Contains("Bowl has no epochs", NoteOf(page, "study-scheduler"), StringComparison.Ordinal);
        // what was chosen is explained all the same
        Assert.Equal(Services.GetRequiredService<StudyForm>().Chosen(StudyField.Scheduler).Explanation, page.Find(".explanation").TextContent);
        await Start(page).ClickAsync();
        Assert.Equal("study-scheduler", Assert.Single(Focused));
        Assert.Empty(Studies.List());

        page.Choose("study-objective", "valley");
        Assert.Equal(
            "Rungs at 1, 3, 9 and 10 epochs; a trial goes on from a rung when it is among the best third of those that have reached it, else it stops.",
            page.Find(".plan").TextContent);
    }
}
