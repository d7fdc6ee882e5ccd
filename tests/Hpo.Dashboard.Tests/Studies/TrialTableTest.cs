using AngleSharp.Dom;
using Hpo.Dashboard.Components.Studies;
using MudBlazor;

namespace Hpo.Dashboard.Tests.Studies;

/// <summary>A trial table over the story of a study, and what is found in it.</summary>
public abstract class TrialTableTest : ComponentTest
{
    protected TrialTableTest()
    {
        JSInterop.SetupModule("./Components/Studies/TrialTable.razor.js").Mode = JSRuntimeMode.Loose;
    }

    protected static IEnumerable<string> Titles(IRenderedComponent<TrialTable> table) => table.FindAll("thead .title").Select(title => title.TextContent);

    protected static void Choose(IRenderedComponent<TrialTable> table, string title) =>
        table.FindAll(".choice label").Single(label => label.TextContent.Trim() == title).QuerySelector("input")!.Change(false);

    private protected static StudyStory Many()
    {
        var story = StudyStory.Begin();
        for (var i = 0; i < 10_000; i++)
            story.Tries(0.5, error: i / 10_000.0);
        return story;
    }

    /// <summary>Where the library shows what opens over the page.</summary>
    protected IRenderedComponent<MudPopoverProvider> Overlay => _overlay ??= Render<MudPopoverProvider>();

    private IRenderedComponent<MudPopoverProvider>? _overlay;

    private protected IRenderedComponent<TrialTable> Show(StudyStory story)
    {
        Assert.NotNull(Overlay);
        return Render<TrialTable>(it => it.Add(table => table.Definition, StudyStory.Definition).Add(table => table.Study, story.Study));
    }

    protected static IElement Row(IRenderedComponent<TrialTable> table, int row) => table.FindAll(".scroll tbody tr[aria-rowindex]")[row];

    protected static IEnumerable<string> Numbers(IRenderedComponent<TrialTable> table) =>
        table.FindAll(".scroll button[data-trial]").Select(button => button.GetAttribute("data-trial")!);

    protected static IElement Heading(IRenderedComponent<TrialTable> table, string title) =>
        table.FindAll(".scroll thead th").Single(heading => heading.QuerySelector(".title")!.TextContent == title);

    protected static void Sort(IRenderedComponent<TrialTable> table, string title) => Heading(table, title).QuerySelector("button")!.Click();

    protected static IElement Chip(IRenderedComponent<TrialTable> table, string text) =>
        table.FindAll("[role=group] > button").Single(chip => chip.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));

    protected static IElement Input(IRenderedComponent<TrialTable> table, string label)
    {
        if (table.FindAll("#value-filters > *").Count == 0)
            Chip(table, "Filter by value").Click();
        return table.Find($"input[aria-label='{label}']");
    }

    protected static IElement Step(IRenderedComponent<TrialTable> table, string label) => table.Find($"aside button[aria-label='{label}']");
}
