using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Hpo.Dashboard.Theming;

namespace Hpo.Dashboard.Tests.Theming;

public sealed partial class ThemeTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    [Theory]
    [InlineData("hpo-theme=light", "light", "not all")]
    [InlineData("hpo-theme=dark", "dark", "all")]
    [InlineData("hpo-theme=system", "system", "(prefers-color-scheme: dark)")]
    [InlineData("hpo-theme=\"><script>", "system", "(prefers-color-scheme: dark)")]
    [InlineData(null, "system", "(prefers-color-scheme: dark)")]
    public async Task The_first_byte_already_has_the_chosen_theme(string? cookie, string theme, string dark)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);

        using var response = await factory.CreateClient().SendAsync(request);
        var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        Assert.Equal(theme, document.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(dark, document.GetElementById("dark-theme")?.GetAttribute("media"));
    }

    [Fact]
    public async Task Every_colour_has_a_dark_one()
    {
        var client = factory.CreateClient();
        var light = Colours(await client.GetStringAsync("/app.css") + await client.GetStringAsync("/projector.css"));
        Assert.NotEmpty(light);
        Assert.Equal(light, Colours(await client.GetStringAsync("/dark.css")));
    }

    [Fact]
    public async Task The_browser_module_and_the_server_hold_the_same_names_and_media()
    {
        var module = await factory.CreateClient().GetStringAsync("/js/theme.js");

        Assert.Contains($"`{Theme.CookieName}=", module, StringComparison.Ordinal);
        Assert.All([Theme.Light, Theme.Dark, Theme.System], theme =>
            Assert.Contains($"{theme.Name}: '{theme.DarkMedia}'", module, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Colours(string sheet) => Colour().Matches(sheet).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^  (--hpo-[a-z0-9-]+): (#|rgb)", RegexOptions.Multiline)]
    private static partial Regex Colour();
}
