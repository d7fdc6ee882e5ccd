using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

/// <summary>Every page in both themes, from phone to projector: nothing for axe to complain about, nothing to scroll sideways; and the README's pictures.</summary>
public sealed class PictureTests(Browser browser, PictureTests.Studies studies) : BrowserTest(browser, studies.App), IClassFixture<PictureTests.Studies>
{
    public static TheoryData<string, string> Looks
    {
        get
        {
            var looks = new TheoryData<string, string>();
            foreach (var size in new[] { "phone", "laptop", "projector" })
            {
                looks.Add(size, "light");
                looks.Add(size, "dark");
            }

            return looks;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_fits_and_is_accessible(string size, string theme)
    {
        var view = (size switch { "phone" => View.SmallPhone, "laptop" => View.Laptop, _ => View.Projector }) with { Theme = theme };
        foreach (var (name, path) in new[] { ("home", "/"), ("new", "/studies/new"), ("study", studies.LeNet), ("demonstration", studies.Synthetic) })
        {
            var page = await OpenAsync(path, view);
            if (path.StartsWith("/studies/", StringComparison.Ordinal) && name != "new")
                await new Charts(page).EndedAsync();
            await ScreenshotAsync(page, $"{name}-{size}-{theme}");
            await AssertFitsAsync(page);
            await AssertAccessibleAsync(page);
            await page.CloseAsync();
        }
    }

    /// <summary>A dashboard with a finished study of real LeNets, and a demonstration with failed trials.</summary>
    public sealed class Studies(Browser browser) : IAsyncLifetime
    {
        public RunningApp App { get; } = new();

        public string LeNet { get; private set; } = "";

        public string Synthetic { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await App.InitializeAsync();
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
