using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>What tests do on the pages of comparisons, in the words a person sees.</summary>
internal static partial class ComparisonPages
{
    // under the load of all other tests the repetitions take their time
    private const int Patience = 180_000;

    /// <summary>Presses Start and waits for the page of the comparison.</summary>
    public static async Task<string> StartComparisonAsync(this IPage page)
    {
        await page.PressButtonAsync("Start");
        await Expect(page).ToHaveURLAsync(ComparisonAddress(), new() { Timeout = 60_000 });
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Fills in the form of a small comparison: the example of the address with so many repetitions and trials.</summary>
    public static async Task FillAsync(this IPage page, int repetitions, int trials)
    {
        await page.Locator("#comparison-repetitions").FillAsync($"{repetitions}");
        await page.Locator("#comparison-trials").FillAsync($"{trials}");
    }

    /// <summary>Waits until the comparison has ended and its last result is drawn.</summary>
    public static async Task FiguresEndedAsync(this IPage page)
    {
        await Expect(page.Locator(".comparison-view")).ToHaveAttributeAsync("data-state", "ended", new() { Timeout = Patience });
        await page.WaitForFunctionAsync(
            "() => { const view = document.querySelector('.comparison-view'); return [...view.querySelectorAll('.chart-panel[data-sequence]')].length === 3 && [...view.querySelectorAll('.chart-panel[data-sequence]')].every(p => p.dataset.sequence === view.dataset.sequence) }",
            null,
            new() { Timeout = Patience });
    }

    /// <summary>Waits until the charts are as wide as the window lets them be.</summary>
    public static Task FiguresFittedAsync(this IPage page) => page.WaitForFunctionAsync(
        "() => [...document.querySelectorAll('.chart-plot')].every(plot => Math.abs(plot._fullLayout.width - plot.clientWidth) <= 1)",
        null,
        new() { Timeout = Patience });

    /// <summary>The switch above the figures: chooses one of its values.</summary>
    public static Task SwitchAsync(this IPage page, string group, string value) =>
        page.GetByRole(AriaRole.Group, new() { Name = group, Exact = true }).GetByLabel(value, new() { Exact = true }).CheckAsync(new() { Force = true });

    /// <summary>The colours of the methods on the main chart, by name.</summary>
    public static async Task<Dictionary<string, string>> ColoursAsync(this IPage page)
    {
        var colours = await page.EvaluateAsync<string>(
            "() => JSON.stringify(Object.fromEntries(document.querySelector('[data-chart=incumbent] .chart-plot').data.filter(trace => trace.showlegend).map(trace => [trace.name, trace.line.color])))");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(colours)!;
    }

    /// <summary>The title of the main chart's x axis.</summary>
    public static Task<string> AxisTitleAsync(this IPage page) =>
        page.EvaluateAsync<string>("() => document.querySelector('[data-chart=incumbent] .chart-plot').layout.xaxis.title.text");

    /// <summary>The range of an axis of the main chart.</summary>
    public static Task<double[]> FigureRangeAsync(this IPage page, string axis) => page.EvaluateAsync<double[]>(
        "axis => document.querySelector('[data-chart=incumbent] .chart-plot')._fullLayout[axis].range.map(Number)", axis);

    [GeneratedRegex("/comparisons/(?!new$)[^/?]+$")]
    private static partial Regex ComparisonAddress();
}
