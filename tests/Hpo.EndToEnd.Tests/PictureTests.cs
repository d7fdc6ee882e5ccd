using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>Every page in both themes, from phone to projector: nothing for axe to complain about, nothing to scroll sideways; and the README's pictures.</summary>
public sealed class PictureTests(Browser browser, PictureTests.Studies studies) : BrowserTest(browser, studies.App), IClassFixture<PictureTests.Studies>
{
    private static readonly (string Name, View View)[] Sizes = [("phone", View.SmallPhone), ("laptop", View.Laptop), ("projector", View.Projector)];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_page_fits_every_screen_and_is_accessible(string theme)
    {
        foreach (var (name, path) in new[] { ("home", "/"), ("new", "/studies/new"), ("not-found", "/not-found"), ("class", "/class"), ("study", studies.LeNet), ("demonstration", studies.Synthetic) })
        {
            var page = await OpenAsync(path, View.SmallPhone with { Theme = theme });
            var charts = path == studies.LeNet || path == studies.Synthetic ? new Charts(page) : null;
            await (charts?.EndedAsync() ?? Task.CompletedTask);
            foreach (var (size, view) in Sizes)
            {
                await page.SetViewportSizeAsync(view.Width, view.Height);
                await (charts?.FittedAsync() ?? Task.CompletedTask);
                await ScreenshotAsync(page, $"{name}-{size}-{theme}");
                await AssertFitsAsync(page);
                await AssertAccessibleAsync(page);
            }

            await page.CloseAsync();
        }
    }

    /// <summary>A dashboard with a finished study of real LeNets, and a demonstration with failed trials.</summary>
    public sealed class Studies : IAsyncLifetime
    {
        public RunningApp App { get; } = new();

        public string LeNet { get; private set; } = "";

        public string Synthetic { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await App.InitializeAsync();
            // a fixture of the class as well: it is given none of the others
            await using var browser = new Browser();
            await browser.InitializeAsync();
            await using var context = await browser.NewContextAsync(View.Laptop);
            var page = await context.NewPageAsync();
            LeNet = await StartAsync(page, async () =>
            {
                await page.EnterAsync("Trials", "3");
                await page.EnterAsync("Epochs per trial", "3");
            });
            Synthetic = await StartAsync(page, async () =>
            {
                await page.ChooseSyntheticAsync(trials: 24);
                await page.EnterAsync("Workers", "8");
            });
        }

        public async Task DisposeAsync() => await App.DisposeAsync();

        private async Task<string> StartAsync(IPage page, Func<Task> fill)
        {
            await page.GotoAsync(new Uri(App.Address, "/studies/new").ToString());
            await page.Locator(".shell[data-interactive]").WaitForAsync();
            await fill();
            var path = await page.StartStudyAsync();
            await Expect(page.Status("Completed")).ToBeVisibleAsync(new() { Timeout = 300_000 });
            return path;
        }
    }
}
