using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Dashboard.Pages;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class HomeTests : ComponentTest
{
    private readonly StudyWorld _world = new();

    public HomeTests()
    {
        Services.AddVisitor();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(new StudyList(_world.Service, TimeProvider.System));
        Services.AddSingleton(_world.Service);
        Services.AddSingleton(_world.Catalog);
        Services.AddSingleton(new StudyExamples([new("small", "A small example", "Little.", "no time", "puppet", 3)]));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Without_studies_it_invites_to_make_one()
    {
        var home = Render<Home>();

        Assert.Equal("No studies yet", home.Find("h1").TextContent);
        Assert.Equal("/studies/new", home.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void Examples_stand_below_the_invitation() =>
        Assert.Equal("A small example", Render<Home>().Find(".empty ~ .examples h3").TextContent);

    [Fact]
    public async Task Examples_stand_below_the_studies()
    {
        await StudyWorld.Until(_world.Start(), study => study.Running == 1);

        Assert.Equal("A small example", Render<Home>().Find("table ~ .examples h3").TextContent);
    }

    [Fact]
    public async Task Studies_are_listed_with_the_newest_first()
    {
        var first = _world.Start("The first", trials: 2);
        _world.Objective.Report(0.25);
        _world.Objective.Report(double.NaN);
        await StudyWorld.Until(first, study => study.Status == StudyStatus.Ended);
        var second = _world.Start("The second");
        await StudyWorld.Until(second, study => study.Running == 1);

        var home = Render<Home>();

        Assert.Equal(["The second", "The first"], home.FindAll("tbody th a").Select(link => link.TextContent));
        Assert.Equal(["/studies/" + second.Id, "/studies/" + first.Id], home.FindAll("tbody th a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Running", "Completed"], home.FindAll("tbody .word").Select(word => word.TextContent));
        Assert.EndsWith("–", home.FindAll("tbody .best")[0].TextContent, StringComparison.Ordinal);
        Assert.EndsWith("0.2500", home.FindAll("tbody .best")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("2 of 2", home.FindAll("tbody .progress")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_follows_a_running_study()
    {
        var study = _world.Start();
        var home = Render<Home>();

        _world.Objective.Report(0.125);
        await StudyWorld.Until(study, snapshot => snapshot.Incumbent is not null);

        home.WaitForAssertion(() => Assert.EndsWith("0.1250", home.Find("tbody .best").TextContent, StringComparison.Ordinal), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_address_says_which_studies_are_looked_for()
    {
        await Finished("LeNet", "Valley one", "Valley two");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?q=valley&sort=name");

        var home = Render<Home>();

        Assert.Equal(["Valley one", "Valley two"], Names(home));
        Assert.Equal("2 of 3 studies", home.Find(".count").TextContent);
    }

    [Fact]
    public async Task What_is_typed_finds_studies_and_a_link_to_them()
    {
        await Finished("LeNet", "Valley");
        var home = Render<Home>();

        home.Find("input[type=search]").Input("vAL");
        Assert.Equal(["Valley"], Names(home));
        home.Find("input[type=search]").Blur();

        Assert.EndsWith("/?q=vAL", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("vAL", home.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_search_without_a_result_says_so_and_can_be_cleared()
    {
        await Finished("LeNet");
        var home = Render<Home>();

        home.Find("input[type=search]").Input("nothing like it");
        Assert.Contains("No study matches “nothing like it”.", home.Find(".none").TextContent, StringComparison.Ordinal);
        home.Find(".none button").Click();

        Assert.Equal(["LeNet"], Names(home));
    }

    [Fact]
    public async Task Tags_and_the_first_line_of_the_notes_stand_in_the_row_and_tags_are_chips()
    {
        var ids = await Finished("LeNet", "Valley");
        _world.Service.Organiser.SetNotes(ids[0], "\nThe book's.\nMore.");
        _world.Service.Organiser.SetTags(ids[0], ["lecture"]);
        var home = Render<Home>();

        Assert.Equal("The book's.", home.Find(".first-line").TextContent);
        Assert.Equal("lecture", home.Find("tbody .tag a").TextContent);
        home.Find(".chips .chip").Click();

        Assert.Equal(["LeNet"], Names(home));
        Assert.Equal("tag:lecture", home.Find("input[type=search]").GetAttribute("value"));
        home.Find(".chips .chip").Click();
        Assert.Equal(2, Names(home).Count());
    }

    [Fact]
    public async Task A_tag_is_added_in_the_row()
    {
        var ids = await Finished("LeNet");
        var home = Render<Home>();

        home.Find("tbody .add").Click();
        home.Find("tbody .adding input").Input("week 3");
        home.Find("tbody .adding").Submit();

        Assert.Equal(["week 3"], _world.Service.Organiser.Of(ids[0]).Tags.AsEnumerable());
        Assert.Equal("week 3", home.Find("tbody .tag a").TextContent);
    }

    [Fact]
    public async Task A_deleted_study_is_brought_back_by_undo()
    {
        await Finished("LeNet", "Valley");
        var home = Render<Home>();

        home.Find("button[aria-label='Delete LeNet']").Click();
        Assert.Equal(["Valley"], Names(home));
        home.WaitForAssertion(() => Assert.Contains("Deleted “LeNet”.", home.Find(".deleted").TextContent, StringComparison.Ordinal), TimeSpan.FromMinutes(1));
        home.Find(".deleted button").Click();

        home.WaitForAssertion(() => Assert.Equal(2, Names(home).Count()), TimeSpan.FromMinutes(1));
        Assert.Empty(home.FindAll(".deleted"));
    }

    [Fact]
    public async Task A_running_study_cannot_be_deleted()
    {
        await StudyWorld.Until(_world.Start("Runs"), study => study.Running == 1);

        Assert.Empty(Render<Home>().FindAll("button[aria-label='Delete Runs']"));
    }

    [Fact]
    public async Task Only_the_first_fifty_are_shown_until_more_are_wanted()
    {
        await Finished([.. Enumerable.Range(0, 52).Select(i => $"Study {i}")]);
        var home = Render<Home>();
        Assert.Equal(50, Names(home).Count());

        home.Find(".more button").Click();

        Assert.Equal(52, Names(home).Count());
        Assert.Empty(home.FindAll(".more"));
    }

    private static IEnumerable<string> Names(IRenderedComponent<Home> home) => home.FindAll("tbody .name > a").Select(link => link.TextContent);

    private async Task<List<string>> Finished(params string[] names)
    {
        var ids = new List<string>();
        foreach (var name in names)
        {
            var study = _world.Start(name, trials: 1);
            _world.Objective.Report(0.5);
            await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
            ids.Add(study.Id);
        }

        return ids;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }
}
