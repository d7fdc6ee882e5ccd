using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Dashboard.Pages;
using Hpo.Studies.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class HomeTests : BunitContext
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

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }
}
