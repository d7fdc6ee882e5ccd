using Hpo.Dashboard.Components.Methods;
using Hpo.Dashboard.Tests.Mud;
using Hpo.Dashboard.Tests.Studies;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using NewStudyPage = Hpo.Dashboard.Pages.NewStudy;

namespace Hpo.Dashboard.Tests.Form;

/// <summary>A form that begins with an earlier study, or with a ready-made one.</summary>
public sealed class NewStudyFromEarlierTests : NewStudyPageTest
{
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
        var clone = Studies.Find(Studies.List()[0].Id)!.Definition;
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
        page.Choose("study-objective", "bowl");
        page.Choose("study-searcher", "tpe");

        var studies = page.FindComponent<MudAutocomplete<EarlierStudy>>();
        var found = Assert.Single((await studies.Instance.SearchFunc!("bow", CancellationToken.None)!)!);
        Assert.Equal((original.Id, "Bowl"), (found!.Id, found.Name));
        Assert.Empty((await studies.Instance.SearchFunc!("valley", CancellationToken.None)!)!);

        await studies.InvokeAsync(() => studies.Instance.SelectOptionAsync(found));

        Assert.Contains("The searcher begins with 6 trials.", page.Find(".warm .says").TextContent, StringComparison.Ordinal);
        page.Find("#study-warmtrials").Input("2");
        Assert.Contains("The searcher begins with the best 2 of 6 trials.", page.Find(".warm .says").TextContent, StringComparison.Ordinal);
        Start(page).Click();
        var warm = Studies.Find(Studies.List()[0].Id)!.Definition.WarmStart!;
        Assert.Equal((2, original.Id), (warm.Trials.Length, Assert.Single(warm.Studies).Id));
    }

    [Fact]
    public void An_address_may_name_a_ready_made_study()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/studies/new?example=bowl");

        var page = Render<NewStudyPage>();

        Assert.Equal("Exercise 1", page.Find("#study-name").GetAttribute("value"));
        Assert.Equal("7 trials of Bowl, on 1 worker. Searcher: Local search. Scheduler: First in, first out. The first trial has x=0.5.", page.Find(".summary").TextContent);
        Assert.DoesNotContain("Back to the example", page.Markup, StringComparison.Ordinal);
        Start(page).Click();
        Assert.Equal("local", Studies.Find(Assert.Single(Studies.List()).Id)!.Definition.Searcher.Type);
    }

    [Fact]
    public void A_ready_made_study_that_does_not_exist_is_not_missed()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/studies/new?example=none");

        Assert.Equal("Valley", Render<NewStudyPage>().Find("#study-name").GetAttribute("value"));
    }

    private async Task<LiveStudy> Finished()
    {
        var study = Studies.Start(new StudyDefinition
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
}
