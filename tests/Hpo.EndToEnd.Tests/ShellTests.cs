using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

public sealed class ShellTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/", "Studies")]
    [InlineData("/studies/new", "New study")]
    [InlineData("/not-found", "There is nothing here")]
    public async Task Every_page_has_a_title_and_a_heading(string path, string title)
    {
        var page = await OpenAsync(path);

        await Expect(page).ToHaveTitleAsync($"{title} · HPO Dashboard");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_error_page_needs_no_circuit_and_axe_finds_nothing(string theme)
    {
        var page = await OpenAsync("/error", new View { Theme = theme }, interactive: false);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The page could not be made");
        await Expect(page.Locator("[data-interactive]")).ToHaveCountAsync(0);
        await AssertAccessibleAsync(page);
    }

    [Fact]
    public async Task The_navigation_leads_from_page_to_page_without_loading_the_document_again()
    {
        var page = await OpenAsync("/");
        await page.EvaluateAsync("window.sameDocument = true");

        await page.GetByRole(AriaRole.Navigation).GetByText("New study").ClickAsync();
        await Expect(page).ToHaveTitleAsync("New study · HPO Dashboard");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("New study");
        await page.GetByRole(AriaRole.Link, new() { Name = "HPO Dashboard" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("Studies · HPO Dashboard");

        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task An_unknown_address_says_so_and_leads_on()
    {
        Allow("404");
        var page = await OpenAsync("/no/such/page");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is nothing here");
        await page.GetByRole(AriaRole.Link, new() { Name = "See all studies" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(App.Address.ToString());
    }

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_content()
    {
        var page = await OpenAsync("/studies/new");
        var skipLink = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });

        await page.Keyboard.PressAsync("Tab");
        await Expect(skipLink).ToBeFocusedAsync();
        await Expect(skipLink).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Uri(App.Address, "/studies/new").ToString());
    }
}
