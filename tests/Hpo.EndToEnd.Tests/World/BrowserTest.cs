using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>
/// The base of every browser test. Pages opened with <see cref="OpenAsync"/> are watched: a console error, an uncaught exception, a violation of the
/// content security policy, a request that fails or is answered with an error, or an error in the server's log fails the test,
/// unless the test provoked it and said so with <see cref="Allow"/>.
/// </summary>
/// <example><code>
/// public sealed class ShellTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture&lt;RunningApp&gt;
/// {
///     [Fact]
///     public async Task The_new_study_page_opens()
///     {
///         var page = await OpenAsync("/studies/new");
///         await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "New study" })).ToBeVisibleAsync();
///         await AssertAccessibleAsync(page);
///     }
/// }
/// </code></example>
public abstract class BrowserTest(Browser browser, RunningApp app) : IClassFixture<Browser>, IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<string> _allowed = [];
    private readonly ConcurrentQueue<string> _problems = new();
    private int _errorsBefore;

    protected RunningApp App => app;

    public virtual Task InitializeAsync()
    {
        _errorsBefore = app.Errors.Count();
        return Task.CompletedTask;
    }

    /// <summary>Opens a page of the app in a fresh browser profile and waits until it can be used.</summary>
    /// <param name="path">Below the app's address, or a whole address.</param>
    /// <param name="view">Size and theme; a laptop's when left out.</param>
    /// <param name="interactive">False for a page that opens no circuit.</param>
    protected async Task<IPage> OpenAsync(string path, View? view = null, bool interactive = true)
    {
        view ??= View.Laptop;
        var address = new Uri(app.Address, path);
        var context = await browser.NewContextAsync(view);
        _contexts.Add(context);
        // the browser writes the violated directive nowhere else that a test could read
        await context.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', e => console.error(`CSP violation: ${e.violatedDirective} ${e.blockedURI}`))");
        if (view.Theme is not null)
            await context.AddCookiesAsync([new() { Name = "hpo-theme", Value = view.Theme, Url = address.ToString() }]);
        context.Page += (_, page) => Watch(page);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        if (interactive)
            await ReadyAsync(page);
        return page;
    }

    /// <summary>Waits until the page's circuit is there, so that clicks and typing are heard. Call it after a reload.</summary>
    protected static Task ReadyAsync(IPage page) => page.Locator(".shell[data-interactive]").WaitForAsync();

    /// <summary>Expects problems whose text contains <paramref name="text"/>: the test provokes them.</summary>
    protected void Allow(string text) => _allowed.Add(text);

    /// <summary>Expects what a browser reports while its server cannot be reached: the test kills the server or cuts the network.</summary>
    protected void AllowLostConnections()
    {
        foreach (var text in new[] { "ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_RESET", "ERR_SOCKET_NOT_CONNECTED", "ERR_INTERNET_DISCONNECTED", "WebSocket", "Failed to fetch", "negotiat", "not in the 'Connected' State" })
            Allow(text);
    }

    /// <summary>Axe finds nothing to complain about on the page as it is now.</summary>
    protected static async Task AssertAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Select(node => $"  {node.Html}\n  {string.Join("; ", node.Any.Select(it => it.Message))}")))));
    }

    /// <summary>Nothing has to be scrolled sideways.</summary>
    protected static async Task AssertFitsAsync(IPage page)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px wider than its window.");
    }

    /// <summary>Saves a picture of the whole page as artifacts/screenshots/NAME.png, for people and for the README.</summary>
    protected static Task ScreenshotAsync(IPage page, string name, bool fullPage = true) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, name + ".png"), FullPage = fullPage });

    public virtual async Task DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.CloseAsync();
        var problems = _problems.Concat(app.Errors.Skip(_errorsBefore).Select(line => "server: " + line))
            .Where(problem => !_allowed.Any(text => problem.Contains(text, StringComparison.Ordinal)));
        Assert.True(!problems.Any(), "The page or the server reported problems:\n" + string.Join('\n', problems));
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _problems.Enqueue($"console: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => _problems.Enqueue($"exception: {error}");
        page.RequestFailed += (_, request) => _problems.Enqueue($"request: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _problems.Enqueue($"response: {response.Status} {response.Url}");
        };
    }
}
