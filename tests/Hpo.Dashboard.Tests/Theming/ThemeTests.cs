using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Hpo.Dashboard.Theming;

namespace Hpo.Dashboard.Tests.Theming;

public sealed partial class ThemeTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    [Theory]
    [InlineData("hpo-theme=light", "light")]
    [InlineData("hpo-theme=dark", "dark")]
    [InlineData("hpo-theme=system", "system")]
    [InlineData("hpo-theme=\"><script>", "system")]
    [InlineData(null, "system")]
    public async Task The_first_byte_already_has_the_chosen_theme(string? cookie, string theme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);

        using var response = await factory.CreateClient().SendAsync(request);
        var document = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        Assert.Equal(theme, document.DocumentElement.GetAttribute("data-theme"));
    }

    [Fact]
    public async Task The_sheet_has_every_colour_in_both_themes_whoever_chose_the_theme()
    {
        var sheet = await SheetAsync();
        var light = Block(sheet, ":root");

        Assert.Equal("rgba(245,245,245,1)", light["--mud-palette-background"]);
        Assert.NotEmpty(Colours(light));
        Assert.Equal(Colours(light), Colours(Block(sheet, ":root[data-theme=\"dark\"]")));
        Assert.Equal(Block(sheet, ":root[data-theme=\"dark\"]"), Block(sheet, ":root[data-theme=\"system\"]"));
        Assert.Equal(Block(sheet, ":root[data-projector]").Keys, Block(sheet, ":root[data-theme=\"dark\"][data-projector]").Keys);
    }

    [Fact]
    public async Task No_other_sheet_and_no_script_names_a_colour_of_the_theme()
    {
        var client = factory.CreateClient();
        foreach (var path in new[] { "app.css", "layout.css", "controls.css", "plain.css", "study.css", "charts.css", "projector.css", "Hpo.Dashboard.styles.css" })
            Assert.DoesNotMatch(OwnColour(), await client.GetStringAsync($"/{path}"));
    }

    [Fact]
    public async Task Pages_without_a_circuit_get_the_variables_that_they_use_and_no_others()
    {
        var client = factory.CreateClient();
        var used = new HashSet<string>();
        foreach (var path in new[] { "app.css", "layout.css", "plain.css", "study.css", "charts.css", "projector.css" })
            used.UnionWith(UsedVariable().Matches(await client.GetStringAsync($"/{path}")).Select(it => it.Groups[1].Value));
        // the sign of a method is drawn on pages of comparisons alone
        used.UnionWith(ReadVariable().Matches(await client.GetStringAsync("/js/charts/palette.js")).Select(it => $"--{it.Groups[1].Value}"));

        var plain = Block(await client.GetStringAsync("/theme-plain.css"), ":root");

        Assert.Equal(used.Where(it => it.StartsWith("--mud-", StringComparison.Ordinal) || it.StartsWith("--hpo-", StringComparison.Ordinal)).Order(), plain.Keys.Where(it => it != "color-scheme").Order());
        var full = Block(await SheetAsync(), ":root");
        Assert.All(plain, it => Assert.Equal(full[it.Key], it.Value));
    }

    [Fact]
    public async Task A_sheet_is_kept_for_good_under_an_address_that_changes_with_it()
    {
        var client = factory.CreateClient();
        var address = SheetAddress().Match(await client.GetStringAsync("/")).Value;

        using var response = await client.GetAsync($"/{address}");

        Assert.Matches("^theme.css\\?v=[0-9a-f]{12}$", address);
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_module_and_the_server_hold_the_same_names()
    {
        var module = await factory.CreateClient().GetStringAsync("/js/theme.js");

        Assert.Contains($"`{Theme.CookieName}=", module, StringComparison.Ordinal);
        Assert.All(Theme.Names, name => Assert.Contains($"name: '{name}'", module, StringComparison.Ordinal));
    }

    private Task<string> SheetAsync() => factory.CreateClient().GetStringAsync("/theme.css");

    private static Dictionary<string, string> Block(string sheet, string selector)
    {
        var start = sheet.IndexOf($"{selector}{{", StringComparison.Ordinal) + selector.Length + 1;
        return sheet[start..sheet.IndexOf('}', start)].Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(it => it.Split(':', 2)).ToDictionary(it => it[0].Trim(), it => it[1].Trim());
    }

    private static IEnumerable<string> Colours(Dictionary<string, string> block) =>
        block.Keys.Where(it => it.StartsWith("--mud-palette-", StringComparison.Ordinal) || it is "--hpo-incumbent" or "--hpo-trial"
            || it.StartsWith("--hpo-method-", StringComparison.Ordinal)).Order();

    /// <summary>Black and white with an opacity are shadows and veils, and the same in every theme.</summary>
    [GeneratedRegex(@"[:\s](#[0-9a-fA-F]{3,8}\b|rgb\((?!0 0 0 /|255 255 255 /))")]
    private static partial Regex OwnColour();

    [GeneratedRegex(@"theme\.css\?v=[0-9a-f]+")]
    private static partial Regex SheetAddress();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex UsedVariable();

    [GeneratedRegex(@"colour\('([a-z0-9-]+)'\)")]
    private static partial Regex ReadVariable();
}
