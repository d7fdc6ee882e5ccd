using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Dashboard.Models.Form;
using Hpo.Dashboard.Models.Studies;
using Hpo.Dashboard.Pages;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Hpo.Training.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Studies;

/// <summary>The page of a study that runs in the test.</summary>
public abstract class StudyPageTest : ComponentTest
{
    protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private protected StudyWorld World { get; } = new();

    private protected IRenderedComponent<Overlays<Empty>> Overlays { get; }

    protected StudyPageTest()
    {
        JSInterop.SetupModule("./Components/Studies/TrialTable.razor.js").Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./Components/Studies/NoteField.razor.js").Mode = JSRuntimeMode.Loose;
        Services.AddVisitor();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(World.Service);
        Services.AddSingleton(World.Catalog);
        Services.AddSingleton<StudyList>();
        Services.AddSingleton<StudyCloning>();
        Services.AddSingleton(new FashionMnistSource());
        Services.AddSingleton(new SharedCodes(World.Service.WatchCodes, World.Service.WatchCodes));
        Services.AddSingleton(new StudyBroadcasts(new StudyServiceSource(World.Service), new LiveOptions(), TimeProvider.System));
        Services.AddSingleton(new WatchRooms(new LiveOptions(), TimeProvider.System));
        Services.AddSingleton(new ShareAddress(new DashboardOptions { Urls = "http://127.0.0.1:5080", DataFolder = "" }));
        Overlays = Render<Overlays<Empty>>();
    }

    /// <summary>A page of nothing.</summary>
    private protected sealed class Empty : ComponentBase;

    protected async Task<LiveStudy> Finished()
    {
        var study = World.Start(trials: 1);
        World.Objective.Report(0.5);
        await StudyWorld.Until(study, snapshot => snapshot.Status == StudyStatus.Ended);
        return study;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            World.Dispose();
    }

    protected static AngleSharp.Dom.IElement Button(IRenderedComponent<StudyPage> page, string text) =>
        page.FindAll(".controls button").Single(button => button.TextContent.Trim() == text);

    protected static void Tab(IRenderedComponent<StudyPage> page, string name)
    {
        page.FindAll("[role=tab]").Single(tab => tab.TextContent.Trim() == name).Click();
        page.WaitForAssertion(() => Assert.Equal("true", page.FindAll("[role=tab]").Single(tab => tab.TextContent.Trim() == name).GetAttribute("aria-selected")), Patience);
    }

    protected void ChooseFromMenu(IRenderedComponent<StudyPage> page, string item)
    {
        page.Find("button[aria-label='More about this study']").Click();
        Overlays.WaitForAssertion(() => Assert.NotEmpty(Overlays.FindAll("[role=menuitem]")), Patience);
        // found and clicked with no rendering in between
        Overlays.InvokeAsync(() => { _ = Overlays.FindAll("[role=menuitem]").Single(it => it.TextContent.Trim() == item).ClickAsync(); }).GetAwaiter().GetResult();
        Overlays.InvokeAsync(static () => { }).GetAwaiter().GetResult();
    }

    protected IRenderedComponent<StudyPage> Open(string id) => Render<StudyPage>(page => page.Add(it => it.Id, id));
}
