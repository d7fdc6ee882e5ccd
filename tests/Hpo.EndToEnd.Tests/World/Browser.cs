namespace Hpo.EndToEnd.Tests.World;

/// <summary>One Chromium for all tests of a class; every page gets a fresh profile inside it.</summary>
public sealed class Browser : IAsyncLifetime, IAsyncDisposable
{
    // no sandbox: containers run as root; the rest keeps Chromium from calling home, which a closed network refuses noisily
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async Task InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("HPO_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
            throw new InvalidOperationException($"There is no Chromium at {chromium}: ./test.sh installs it, or HPO_CHROMIUM names another one.");
        // two busy cores are slower than the five seconds that Playwright waits for
        SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Flags });
    }

    /// <summary>A fresh profile: no cookies, no cache.</summary>
    internal Task<IBrowserContext> NewContextAsync(View view) => _chromium!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = view.Width, Height = view.Height },
        ColorScheme = view.SystemIsDark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = view.ReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
    });

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }
}
