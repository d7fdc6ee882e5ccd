using System.Text.RegularExpressions;
using Hpo.Dashboard.Theming;

namespace Hpo.Dashboard.Tests.Theming;

public sealed partial class FigureStylesTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    [Fact]
    public async Task Every_variable_that_a_figure_is_drawn_with_is_in_the_theme()
    {
        var page = FigureStyles.Page;
        string[] values = [page.Text, page.Muted, page.Line, page.Surface, page.Incumbent, page.Trial, page.Failed, page.FontFamily, .. page.Methods];
        using var client = factory.CreateClient();

        var sheet = await client.GetStringAsync("/theme.css");

        Assert.Equal(HpoTheme.LightCharts.Methods.Count, page.Methods.Count);
        Assert.All(values, value => Assert.Contains($"{Variable().Match(value).Groups[1].Value}:", sheet.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^var\((--[\w-]+)\)$")]
    private static partial Regex Variable();
}
