using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>A page that was away for longer than the server keeps pages: a laptop that was closed.</summary>
public sealed class KeptFormTests(Browser browser, ForgetfulApp forgetful) : BrowserTest(browser, forgetful.App), IClassFixture<ForgetfulApp>
{
    [Fact]
    public async Task What_was_typed_is_there_again_though_the_server_has_let_go_of_the_page()
    {
        AllowLostConnections();
        // the library's own note that its script starts anew for another page of the same document
        Allow("Popover Service already initialized");
        await using var network = new Network(App);
        var page = await OpenAsync(new Uri(network.Address, "/studies/new").ToString());
        await page.EvaluateAsync("window.sameDocument = true");
        await page.ChooseAsync("Searcher", "TPE");
        await page.EnterAsync("Trials", "17");
        await page.Locator("#space-1-upper").FillAsync("0.5");
        await Expect(page.Locator(".summary")).ToContainTextAsync("17 trials");
        await Expect(page.Locator("[data-undo]")).Not.ToHaveAttributeAsync("aria-disabled", "true");

        network.Cut();
        await Expect(page.GetByText("Connection lost, trying again…")).ToBeVisibleAsync();
        network.Mend();

        // what could be undone went with the page: it is another one on the server
        await Expect(page.Locator("[data-undo]")).ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = 30_000 });
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        await Expect(page.Locator("#study-trials")).ToHaveValueAsync("17");
        await Expect(page.Locator("#study-searcher")).ToHaveValueAsync("TPE");
        await Expect(page.Locator("#space-1-upper")).ToHaveValueAsync("0.5");
        await page.EnterAsync("Trials", "18");
        await Expect(page.Locator(".summary")).ToContainTextAsync("18 trials");
    }
}
