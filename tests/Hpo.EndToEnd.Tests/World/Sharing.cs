namespace Hpo.EndToEnd.Tests.World;

/// <summary>What a presenter does so that others can watch.</summary>
internal static class Sharing
{
    /// <summary>Shares the study of an open page; returns the path at which it is watched.</summary>
    public static async Task<string> ShareAsync(this IPage page)
    {
        await page.PressButtonAsync("Share…");
        return new Uri(await page.Locator("#share-link").GetAttributeAsync("href") ?? "").AbsolutePath;
    }

    private const string Sight =
        """
        (chart => {
          const { xaxis, yaxis } = document.querySelector(`[data-chart=${chart}] .chart-plot`)._fullLayout;
          const ends = axis => axis.autorange ? null : axis.range.map(end => Number(end.toPrecision(6)));
          return JSON.stringify([yaxis.type, ends(xaxis), ends(yaxis)]);
        })
        """;

    /// <summary>How a chart of the page is looked at: its scale, and the ends of its axes where they were chosen.</summary>
    public static Task<string> SightAsync(this IPage page, string chart) => page.EvaluateAsync<string>(Sight, chart);

    /// <summary>Waits until a chart is looked at so.</summary>
    public static async Task ExpectSightAsync(this IPage page, string chart, string sight) =>
        await page.WaitForFunctionAsync($"([chart, sight]) => {Sight}(chart) === sight", new[] { chart, sight });
}
