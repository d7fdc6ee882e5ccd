using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Dashboard.Pages;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class HomeTests : ComponentTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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
        Assert.Equal("/studies/new", home.Find("a.mud-button-filled").GetAttribute("href"));
    }

    [Fact]
    public void Examples_stand_below_the_invitation() =>
        Assert.Equal("A small example", Render<Home>().Find(".message ~ .examples h3").TextContent);

    [Fact]
    public async Task Examples_stand_below_the_studies()
    {
        await StudyWorld.Until(_world.Start(), study => study.Running == 1);

        Assert.Equal("A small example", Render<Home>().Find(".list ~ .examples h3").TextContent);
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
    public async Task What_is_typed_finds_studies_and_the_address_says_so_at_once()
    {
        await Finished("LeNet", "Valley");
        var script = JSInterop.SetupModule("./js/list-page.js");
        script.SetupVoid("remember", "/", "?q=vAL").SetVoidResult();
        var home = Render<Home>();

        home.Find("input[type=search]").Input("vAL");

        Assert.Equal(["Valley"], Names(home));
        script.VerifyInvoke("remember");
        Assert.Equal("vAL", home.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task A_link_to_other_studies_is_followed_on_the_page_itself()
    {
        await Finished("LeNet", "Valley");
        var home = Render<Home>();
        home.Find("input[type=search]").Input("LeNet");

        Services.GetRequiredService<NavigationManager>().NavigateTo("/?q=valley");

        home.WaitForAssertion(() => Assert.Equal(["Valley"], Names(home)), Patience);
    }

    [Fact]
    public async Task A_row_says_what_is_minimised_and_how()
    {
        await Finished("LeNet");

        var row = Render<Home>().Find("tbody tr");

        Assert.Equal("A puppet", row.QuerySelector("[data-label=Objective]")!.TextContent);
        Assert.Equal("Random search, First in, first out", row.QuerySelector(".method")!.TextContent);
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
        var page = RenderWithOverlays();

        await DeleteAsync(page, "LeNet");
        Assert.Equal(["Valley"], Names(page));
        page.WaitForAssertion(() => Assert.Contains("Deleted “LeNet”.", page.Find(".mud-snackbar").TextContent, StringComparison.Ordinal), Patience);
        page.Find(".mud-snackbar-content-action button").Click();

        page.WaitForAssertion(() => Assert.Equal(2, Names(page).Count()), Patience);
        Assert.Empty(page.FindAll(".deleted button"));
    }

    [Fact]
    public async Task After_its_notice_is_gone_a_deleted_study_is_still_in_the_menu_of_deleted_ones()
    {
        await Finished("LeNet", "Valley");
        _world.Service.Delete(_world.Service.List().Single(study => study.Name == "LeNet").Id);
        var page = RenderWithOverlays();

        page.Find(".deleted button").Click();
        page.FindAll(".mud-menu-item").Single(item => item.TextContent.Contains("Bring back “LeNet”", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Equal(["LeNet", "Valley"], Names(page).Order()), Patience);
    }

    [Fact]
    public async Task After_a_deletion_the_focus_goes_to_the_row_that_took_its_place()
    {
        var ids = await Finished("Oldest", "Middle", "Newest");
        var script = JSInterop.SetupModule("./js/list-page.js");
        script.Mode = JSRuntimeMode.Loose;
        var page = RenderWithOverlays();

        await DeleteAsync(page, "Middle");
        await DeleteAsync(page, "Oldest");
        await DeleteAsync(page, "Newest");

        Assert.Equal([$"/studies/{ids[0]}", $"/studies/{ids[2]}", null], script.Invocations["focusRow"].Select(call => call.Arguments[0]));
    }

    [Fact]
    public async Task A_running_study_cannot_be_deleted()
    {
        await StudyWorld.Until(_world.Start("Runs"), study => study.Running == 1);
        var page = RenderWithOverlays();

        page.Find("button[aria-label='More about Runs']").Click();

        Assert.Equal(["Clone and edit"], page.FindAll(".mud-menu-item").Select(item => item.TextContent.Trim()));
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

    private static IEnumerable<string> Names(IRenderedComponent<IComponent> page) => page.FindAll("tbody .name > a").Select(link => link.TextContent);

    /// <summary>The page beside what menus and notices are shown in.</summary>
    private IRenderedComponent<Overlays<Home>> RenderWithOverlays() => Render<Overlays<Home>>();

    private static async Task DeleteAsync(IRenderedComponent<IComponent> page, string name)
    {
        page.Find($"button[aria-label='More about {name}']").Click();
        page.FindAll(".mud-menu-item").Single(item => item.TextContent.Trim() == "Delete").Click();
        // the item closes its menu first
        await page.WaitForAssertionAsync(() => Assert.DoesNotContain(name, Names(page)), Patience);
    }

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
