using AngleSharp.Dom;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Studies.Running;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NewStudyPage = Hpo.Dashboard.Pages.NewStudy;

namespace Hpo.Dashboard.Tests.Form;

/// <summary>The page of a new study over a folder of its own, and what the tests ask of it.</summary>
public abstract class NewStudyPageTest : ComponentTest
{
    private readonly TemporaryFolder _folder = new();
    private readonly BunitJSModuleInterop _script;

    protected NewStudyPageTest()
    {
        var catalog = Catalogs.Create();
        Studies = new StudyService(_folder.Path, catalog);
        Services.AddVisitor(Visitor);
        Services.AddSingleton(Studies);
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
        Studies.Dispose();
        _folder.Dispose();
    }

    private protected StudyService Studies { get; }

    /// <summary>Who looks at the page; null for the presenter.</summary>
    private protected virtual Visitor? Visitor => null;

    private protected string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private protected IEnumerable<object?> Focused => _script.Invocations["focus"].Select(call => call.Arguments[0]);

    private protected static IElement Start(IRenderedComponent<NewStudyPage> page) => page.Find("button.start");

    private protected static IElement Button(IRenderedComponent<NewStudyPage> page, string text) => page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private protected static string NoteOf(IRenderedComponent<NewStudyPage> page, string id) => page.Find($"#{id}-note").TextContent.Trim();
}
