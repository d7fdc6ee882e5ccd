using Hpo.Dashboard.Access;
using Hpo.Dashboard.Components.Studies;
using Hpo.Dashboard.Models.Form;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

public sealed class ExampleCardsTests : ComponentTest
{
    private readonly StudyWorld _world = new();

    public ExampleCardsTests()
    {
        Services.AddSingleton(_world.Service);
        Services.AddSingleton(_world.Catalog);
        Services.AddSingleton(new StudyExamples(
        [
            new("small", "A small example", "Little is to be seen.", "about 1 minute", "puppet", 3),
            new("large", "A large example", "Much is to be seen.", "about 1 hour", "puppet", 300) { Workers = 2 },
        ]));
    }

    [Fact]
    public void Each_example_says_what_is_to_be_seen_and_how_long_it_takes()
    {
        var cards = Cards();

        Assert.Equal(["A small example", "A large example"], cards.FindAll("h3").Select(heading => heading.TextContent));
        Assert.Contains("Much is to be seen.", cards.FindAll("li")[1].TextContent, StringComparison.Ordinal);
        Assert.Matches("^300 trials of [0-9]+ epochs, about 1 hour$", cards.FindAll(".size")[1].TextContent);
        Assert.Equal(["/studies/new?example=small", "/studies/new?example=large"], cards.FindAll("li a").Select(link => link.GetAttribute("href")));
        Assert.Empty(_world.Service.List());
    }

    [Fact]
    public void A_student_is_told_when_the_class_ends_an_example()
    {
        Assert.Contains("in this class a study ends after 10 minutes", Cards(new Visitor("ann", VisitorRole.Student)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void One_press_starts_one_study_and_leads_to_it()
    {
        var cards = Cards();

        cards.FindAll("button")[1].Click();
        cards.FindAll("button")[1].Click();

        var study = Assert.Single(_world.Service.List());
        var definition = _world.Service.Find(study.Id)!.Definition;
        Assert.Equal(("A large example", 300, 2), (definition.Name, definition.Stop.Trials, definition.Workers));
        Assert.EndsWith($"/studies/{study.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    private IRenderedComponent<ExampleCards> Cards(Visitor? visitor = null)
    {
        Services.AddVisitor(visitor);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render<ExampleCards>();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _world.Dispose();
    }
}
