using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Space;
using Hpo.Dashboard.Tests.Space;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
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
        page.FindAll("input[name=space-view]")[1].Change(true);
        page.Find("textarea").Input("{ oops");
        page.FindAll("input[name=space-view]")[0].Change(true);

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
        Assert.Empty(Studies.List());

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

        var study = Studies.Find(Assert.Single(Studies.List()).Id)!;
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
        Assert.Empty(Studies.List());

        page.Find("#study-objective").Change("valley");
        Assert.Equal(
            "Rungs at 1, 3, 9 and 10 epochs; a trial goes on from a rung when it is among the best third of those that have reached it, else it stops.",
            page.Find(".plan").TextContent);
    }
}
