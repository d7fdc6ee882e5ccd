using AngleSharp.Html.Parser;
using Hpo.Dashboard.Theming;

namespace Hpo.Dashboard.Tests.Theming;

public sealed class ThemeTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    [Theory]
    [InlineData("hpo-theme=light", "light", "all", "not all")]
    [InlineData("hpo-theme=dark", "dark", "not all", "all")]
    [InlineData("hpo-theme=system", "system", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)")]
    [InlineData("hpo-theme=\"><script>", "system", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)")]
    [InlineData(null, "system", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)")]
    public async Task The_first_byte_already_has_the_chosen_theme(string? cookie, string theme, string light, string dark)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);

        using var response = await factory.CreateClient().SendAsync(request);
        var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        Assert.Equal(theme, document.DocumentElement.GetAttribute("data-theme"));
        Assert.All(document.QuerySelectorAll("link[data-theme-sheet=light]"), sheet => Assert.Equal(light, sheet.GetAttribute("media")));
        Assert.All(document.QuerySelectorAll("link[data-theme-sheet=dark]"), sheet => Assert.Equal(dark, sheet.GetAttribute("media")));
    }

    [Fact]
    public async Task The_browser_module_and_the_server_hold_the_same_names_and_media()
    {
        var module = await factory.CreateClient().GetStringAsync("/js/theme.js");

        Assert.Contains($"`{Theme.CookieName}=", module, StringComparison.Ordinal);
        Assert.All([Theme.Light, Theme.Dark, Theme.System], theme =>
            Assert.Contains($"{theme.Name}: {{ light: '{theme.LightMedia}', dark: '{theme.DarkMedia}' }}", module, StringComparison.Ordinal));
    }
}
