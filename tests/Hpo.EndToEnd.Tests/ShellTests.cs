using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

public sealed class ShellTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    [Theory]
    [InlineData("/", "Studies", "light")]
    [InlineData("/", "Studies", "dark")]
    [InlineData("/studies/new", "New study", "light")]
    [InlineData("/studies/new", "New study", "dark")]
    [InlineData("/not-found", "Not found", "light")]
    [InlineData("/not-found", "Not found", "dark")]
    public async Task Every_page_opens_and_axe_finds_nothing(string path, string title, string theme)
    {
        var page = await OpenAsync(path, new View { Theme = theme });

        await Expect(page).ToHaveTitleAsync($"{title} · HPO Dashboard");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
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

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Fits_a_small_phone_and_a_projector(string theme)
    {
        foreach (var (name, path) in new[] { ("home", "/"), ("new-study", "/studies/new"), ("not-found", "/not-found") })
        {
            var page = await OpenAsync(path, new View { Theme = theme });
            foreach (var (size, view) in new[] { ("small-phone", View.SmallPhone), ("phone", View.Phone), ("projector", View.Projector) })
            {
                await page.SetViewportSizeAsync(view.Width, view.Height);
                await AssertFitsAsync(page);
                await ScreenshotAsync(page, $"{name}-{size}-{theme}");
            }
        }
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
        Assert.True(await skipLink.EvaluateAsync<bool>("it => it === document.querySelector('a[href], button, input, select, textarea, [tabindex=\"0\"]')"));

        await skipLink.FocusAsync();
        await Expect(skipLink).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Uri(App.Address, "/studies/new").ToString());
    }
}
