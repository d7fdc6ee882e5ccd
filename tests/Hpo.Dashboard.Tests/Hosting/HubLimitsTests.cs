using System.Globalization;
using System.Text.RegularExpressions;
using Hpo.Dashboard.Hosting;

namespace Hpo.Dashboard.Tests.Hosting;

public sealed partial class HubLimitsTests(DashboardFactory factory) : IClassFixture<DashboardFactory>
{
    [Fact]
    public async Task A_page_that_hears_nothing_for_ten_seconds_says_so_and_two_beats_of_the_server_fall_into_them()
    {
        using var client = factory.CreateClient();
        var script = await client.GetStringAsync(new Uri("/js/start.js", UriKind.Relative));
        var silence = TimeSpan.FromMilliseconds(double.Parse(Silence().Match(script).Groups[1].Value.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

        Assert.Equal(TimeSpan.FromSeconds(10), silence);
        Assert.True(2 * HubLimits.CircuitBeat < silence);
        Assert.Contains("withServerTimeout(silence)", script, StringComparison.Ordinal);
    }

    [GeneratedRegex("silence = ([0-9_]+)")]
    private static partial Regex Silence();
}
