using Hpo.EndToEnd.Tests.World;

namespace Hpo.EndToEnd.Tests;

public sealed class ThemeTests(Browser browser, RunningApp app) : BrowserTest(browser, app), IClassFixture<RunningApp>
{
    private static Task ExpectDarkAsync(IPage page, bool dark) =>
        Expect(page.Locator("body")).ToHaveCSSAsync("background-color", dark ? "rgb(18, 18, 18)" : "rgb(245, 245, 245)");

    [Theory]
    [InlineData("light", true, false)]
    [InlineData("dark", false, true)]
    [InlineData("system", true, true)]
    [InlineData("system", false, false)]
    [InlineData(null, true, true)]
    public async Task The_page_wears_the_chosen_theme(string? theme, bool systemIsDark, bool dark)
    {
        var page = await OpenAsync("/", new View { Theme = theme, SystemIsDark = systemIsDark });

        await ExpectDarkAsync(page, dark);
        await Expect(page.GetByRole(AriaRole.Radio, new() { Checked = true })).ToHaveValueAsync(theme ?? "system");
    }

    [Fact]
    public async Task A_choice_shows_at_once_and_is_remembered()
    {
        var page = await OpenAsync("/");
        await ExpectDarkAsync(page, dark: false);

        await page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        await ExpectDarkAsync(page, dark: true);
        await page.ReloadAsync();
        await ReadyAsync(page);

        await ExpectDarkAsync(page, dark: true);
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
        await ExpectDarkAsync(page, dark: true);
        Assert.True(await page.EvaluateAsync<bool>("window.told"));
    }
}
