using System.Text.RegularExpressions;
using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>Studies that have ended: noted on, tagged, cloned, learned from, deleted and brought back.</summary>
public sealed class OrganisingTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    [Fact]
    public async Task A_study_is_tagged_found_deleted_and_brought_back()
    {
        var page = await FinishedAsync("Kept in order");
        await page.PressButtonAsync("Add a tag");
        await page.GetByLabel("New tag").FillAsync("week 3");
        await page.GetByLabel("New tag").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "week 3" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/\\?q=tag"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kept in order", Exact = true })).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page);
        await ScreenshotAsync(page, "home-tagged");
        await page.GetByLabel("More about Kept in order").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Clone and edit" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("Deleted “Kept in order”.")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kept in order", Exact = true })).ToHaveCountAsync(0);
        await page.PressButtonAsync("Undo");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kept in order", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Escape_closes_a_menu_that_was_opened_with_the_mouse_and_gives_the_focus_back()
    {
        var page = await FinishedAsync("With a menu");
        foreach (var (path, button) in new[] { (page.Url, "More about this study"), ("/", "More about With a menu") })
        {
            await page.GotoAsync(new Uri(App.Address, path).ToString());
            await ReadyAsync(page);
            var more = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
            await more.ClickAsync();
            await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" })).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);
            await Expect(more).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task A_dialog_from_a_menu_stands_alone_has_the_keys_to_itself_and_Escape_leads_back()
    {
        var page = await FinishedAsync("To be renamed");
        var more = page.GetByRole(AriaRole.Button, new() { Name = "More about this study" });
        await more.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Rename…" }).ClickAsync();

        await Expect(page.GetByLabel("New name")).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the old one" }).FocusAsync();
        await page.Keyboard.PressAsync("p");
        await Expect(page.Locator("html[data-projector]")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(more).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        var keys = (await page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" }).BoundingBoxAsync())!;
        // in the middle of the window
        Assert.True(Math.Abs(keys.X + (keys.Width / 2) - (page.ViewportSize!.Width / 2)) <= 10, $"{keys.X}, {keys.Width}");
    }

    [Fact]
    public async Task Whoever_deletes_far_down_sees_Undo_and_goes_on_from_the_next_row()
    {
        var page = await FinishedAsync("Far down, the last");
        foreach (var name in new[] { "Far down, deleted", "Far down, the first" })
            await StartOnAsync(page, name);
        await page.SetViewportSizeAsync(1280, 420);
        await GoHomeAsync(page, "Far down");
        var more = page.GetByLabel("More about Far down, deleted");
        await more.ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await more.ScrollIntoViewIfNeededAsync();
        await more.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Far down, the last" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);
        await page.PressButtonAsync("Undo");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Far down, deleted" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_way_back_from_a_result_leads_to_the_search_and_to_the_place_one_was_at()
    {
        var page = await FinishedAsync("Found again");
        await page.SetViewportSizeAsync(1280, 420);
        await GoHomeAsync(page, "found");
        // while one types, not only when the field is left
        await Expect(page).ToHaveURLAsync(new Regex(@"/\?q=found$"));
        await page.EvaluateAsync("scrollTo(0, 150)");
        await page.WaitForFunctionAsync("() => scrollY === 150");
        await page.GetByRole(AriaRole.Link, new() { Name = "Found again", Exact = true }).ClickAsync();
        await Expect(page.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);

        await page.GoBackAsync();
        await Expect(page.GetByLabel("Find studies")).ToHaveValueAsync("found");
        await Expect(page.Locator("tbody .name > a")).ToHaveTextAsync(["Found again"]);
        await page.WaitForFunctionAsync("() => scrollY === 150");
        await page.GoForwardAsync();
        await Expect(page.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);
        await page.GoBackAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('#find-studies')?.value === 'found' && scrollY === 150");
    }

    [Fact]
    public async Task A_note_that_was_typed_while_the_network_was_away_is_saved_when_it_returns()
    {
        AllowLostConnections();
        await using var network = new Network(App);
        var page = await FinishedAsync("Noted", network.Address);
        await page.OpenTabAsync("Notes");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Notes", Exact = true }).FillAsync("before");
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();

        network.Cut();
        await Expect(page.GetByText("Connection lost, trying again…")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelector('#study-notes').value = 'while it was away'; document.querySelector('#study-notes').dispatchEvent(new Event('input', { bubbles: true }))");
        network.Mend();

        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Notes", Exact = true })).ToHaveValueAsync("while it was away");
    }

    [Fact]
    public async Task A_study_is_cloned_and_changed_and_learns_from_the_original()
    {
        var page = await FinishedAsync("The original");
        await page.ChooseFromMenuAsync("Clone and edit");
        await Expect(page.GetByText("runs the study again exactly")).ToBeVisibleAsync();
        await page.EnterAsync("Trials", "3");
        await page.ChooseAsync("Searcher", "TPE");
        await page.GetByText("Learn from an earlier study").ClickAsync();
        await page.Locator("#study-warmstudy").FillAsync("the orig");
        await page.GetByRole(AriaRole.Option).Filter(new() { Has = page.GetByText("The original", new() { Exact = true }) }).ClickAsync();
        await Expect(page.GetByText("The searcher begins with 2 trials.")).ToBeVisibleAsync();
        await Expect(page.Locator(".differences .subject")).ToHaveTextAsync(["Name", "Trials", "Searcher", "Learns from"]);
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page);
        await ScreenshotAsync(page, "clone");

        await page.StartStudyAsync();

        await Expect(page.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);
        await page.OpenTabAsync("Definition");
        await Expect(page.Locator(".origin")).ToContainTextAsync("Made from The original");
        await AssertAccessibleAsync(page);
        await ScreenshotAsync(page, "study-cloned");
    }

    private async Task GoHomeAsync(IPage page, string search)
    {
        await page.GotoAsync(App.Address.ToString());
        await ReadyAsync(page);
        await page.GetByLabel("Find studies").PressSequentiallyAsync(search);
    }

    private async Task<IPage> FinishedAsync(string name, Uri? address = null)
    {
        var page = await OpenAsync(new Uri(address ?? App.Address, "/studies/new").ToString());
        await FinishAsync(page, name);
        return page;
    }

    private async Task StartOnAsync(IPage page, string name)
    {
        await page.GotoAsync(new Uri(App.Address, "/studies/new").ToString());
        await ReadyAsync(page);
        await FinishAsync(page, name);
    }

    private static async Task FinishAsync(IPage page, string name)
    {
        await page.ChooseSyntheticAsync(trials: 2);
        await page.EnterAsync("Epochs per trial", "1");
        await page.EnterAsync("Name", name);
        await page.StartStudyAsync();
        await Expect(page.Status("Completed")).ToBeVisibleAsync(StudyPages.Patiently);
    }
}
