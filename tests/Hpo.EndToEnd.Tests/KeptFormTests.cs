using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>A page that was away for longer than the server keeps pages: a laptop that was closed.</summary>
public sealed class KeptFormTests(Browser browser, ForgetfulApp forgetful) : BrowserTest(browser, forgetful.App), IClassFixture<ForgetfulApp>
{
    [Fact]
    public async Task What_was_typed_is_there_again_though_the_server_has_let_go_of_the_page()
    {
        AllowLostConnections();
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
        // lists open on it as on the first
        await page.ChooseAsync("Searcher", "Random search");
    }

    [Fact]
    public async Task What_was_typed_of_a_comparison_is_there_again_too()
    {
        AllowLostConnections();
        await using var network = new Network(App);
        var page = await OpenAsync(new Uri(network.Address, "/comparisons/new").ToString());
        await page.EvaluateAsync("window.sameDocument = true");
        await page.EnterAsync("Repetitions", "7");
        await page.Locator("#comparison-add-method").ClickAsync();
        var names = page.GetByLabel("Name", new() { Exact = true });
        // the comparison's own, and three methods'
        await Expect(names).ToHaveCountAsync(4);
        await names.Last.FillAsync("The third");
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "The third" })).ToBeVisibleAsync();
        await Expect(page.Locator(".summary")).ToContainTextAsync("7 repetitions × 3 methods");
        var field = await names.Last.GetAttributeAsync("id");

        network.Cut();
        await Expect(page.GetByText("Connection lost, trying again…")).ToBeVisibleAsync();
        network.Mend();

        // on another page of the server the fields of a method are other ones
        await Expect(names.Last).Not.ToHaveIdAsync(field!, new() { Timeout = 30_000 });
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        await Expect(page.GetByLabel("Repetitions", new() { Exact = true })).ToHaveValueAsync("7");
        await Expect(names.Last).ToHaveValueAsync("The third");
        await page.EnterAsync("Repetitions", "8");
        await Expect(page.Locator(".summary")).ToContainTextAsync("8 repetitions × 3 methods");
    }
}
