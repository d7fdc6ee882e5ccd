using Hpo.Dashboard.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Layout;

public sealed class MainLayoutTests : ComponentTest
{
    public MainLayoutTests()
    {
        Services.AddVisitor();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private IRenderedComponent<MainLayout> Render(bool interactive)
    {
        SetRendererInfo(new RendererInfo("Server", interactive));
        return Render<MainLayout>(layout => layout.Add(it => it.Body, "<h1>A page</h1>"));
    }

    [Fact]
    public void The_page_stands_in_the_main_landmark_that_the_skip_link_leads_to()
    {
        var layout = Render(interactive: true);

        layout.Find("main#main > .page > h1").MarkupMatches("<h1>A page</h1>");
        Assert.Equal("#main", layout.Find(".skip-link").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/", "Studies")]
    [InlineData("/studies/new", "New study")]
    [InlineData("/comparisons", "Comparisons")]
    [InlineData("/comparisons/new", "Comparisons")]
    public void The_navigation_says_where_one_is(string path, string name)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(path);

        var layout = Render(interactive: true);

        Assert.Equal(name, Assert.Single(layout.FindAll("nav [aria-current=page]")).TextContent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_document_says_whether_the_page_can_be_used_already(bool interactive) =>
        Assert.Equal(interactive, Render(interactive).Find(".shell").HasAttribute("data-interactive"));
}
