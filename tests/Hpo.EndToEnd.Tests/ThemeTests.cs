using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

public sealed class ThemeTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private static Task<bool> IsDarkAsync(IPage page) =>
        // the sum of red, green and blue of what is really painted
        page.EvaluateAsync<bool>("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, it) => sum + Number(it), 0) < 384");

    [Theory]
    [InlineData("light", true, false)]
    [InlineData("dark", false, true)]
    [InlineData("system", true, true)]
    [InlineData("system", false, false)]
    [InlineData(null, true, true)]
    public async Task The_page_wears_the_chosen_theme(string? theme, bool systemIsDark, bool dark)
    {
        var page = await OpenAsync("/", new View { Theme = theme, SystemIsDark = systemIsDark });

        Assert.Equal(dark, await IsDarkAsync(page));
        await Expect(page.GetByRole(AriaRole.Radio, new() { Checked = true })).ToHaveValueAsync(theme ?? "system");
    }

    [Fact]
    public async Task A_choice_shows_at_once_and_is_remembered()
    {
        var page = await OpenAsync("/");
        Assert.False(await IsDarkAsync(page));

        await page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        Assert.True(await IsDarkAsync(page));
        await page.ReloadAsync();
        await ReadyAsync(page);

        Assert.True(await IsDarkAsync(page));
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Dark" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_switch_works_by_keyboard_and_tells_the_charts()
    {
        var page = await OpenAsync("/");
        await page.EvaluateAsync("document.addEventListener('hpo:theme', e => window.told = e.detail.dark)");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Light" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Dark" })).ToBeCheckedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.told"));
    }
}
