using System.Globalization;
using System.Text.Json;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>The live charts of a study's page, as plotly drew them.</summary>
public sealed class Charts(IPage page)
{
    // under the load of all other tests the chart library takes its time
    private const int Patience = 60_000;

    private readonly ILocator _view = page.Locator(".charts-view");

    public ILocator Incumbent => page.Locator("[data-chart=incumbent]");

    public ILocator Curves => page.Locator("[data-chart=curves]");

    public ILocator Timeline => page.Locator("[data-chart=timeline]");

    /// <summary>Waits until the charts have been drawn and a condition on the drawn sequence number holds.</summary>
    public Task DrawnAsync(long atLeast = 0) => page.WaitForFunctionAsync(
        "least => { const panels = [...document.querySelectorAll('.chart-panel')]; return panels.length === 3 && panels.every(p => Number(p.dataset.sequence ?? -1) >= least && p.querySelector('.plot-container')) }",
        atLeast,
        new() { Timeout = Patience });

    /// <summary>Waits until the study has ended and its last event is drawn.</summary>
    public Task EndedAsync() => page.WaitForFunctionAsync(
        "() => { const view = document.querySelector('.charts-view[data-state=ended]'); return view && [...view.querySelectorAll('.chart-panel')].every(p => p.dataset.sequence === view.dataset.sequence) }",
        null,
        new() { Timeout = Patience });

    /// <summary>Waits until the charts are as wide as the window lets them be.</summary>
    public Task FittedAsync() => page.WaitForFunctionAsync(
        "() => [...document.querySelectorAll('.chart-plot')].every(plot => Math.abs(plot._fullLayout.width - plot.clientWidth) <= 1)",
        null,
        new() { Timeout = Patience });

    /// <summary>Waits until the connection is live, stale or connecting.</summary>
    public Task ConnectionAsync(string state) => Expect(_view).ToHaveAttributeAsync("data-connection", state, new() { Timeout = Patience });

    /// <summary>The drawn points of all charts, trace by trace, as JSON; without the numbers on the timeline's bars, which are there where they fit.</summary>
    public async Task<string> DataAsync()
    {
        var data = await page.EvaluateAsync<JsonElement>(
            "() => [...document.querySelectorAll('.chart-plot')].map(plot => plot.data.filter(trace => trace.name !== 'numbers').map(({ name, x, y, text }) => ({ name, x, y, text })))");
        return data.GetRawText();
    }

    /// <summary>How many points a trace of the first chart has, gaps not counted.</summary>
    public Task<int> CountAsync(string trace) => page.EvaluateAsync<int>(
        "name => document.querySelector('.chart-plot').data.find(trace => trace.name === name).y.filter(y => y !== null).length", trace);

    /// <summary>How many trials without an error stand on the strip above the first chart, whatever became of them.</summary>
    public Task<int> CountOnStripAsync() => page.EvaluateAsync<int>(
        "() => document.querySelector('.chart-plot').data.filter(trace => trace.yaxis === 'y2').flatMap(trace => trace.y).filter(y => y !== null).length");

    /// <summary>The range of an axis of the first chart.</summary>
    public Task<double[]> RangeAsync(string axis) => page.EvaluateAsync<double[]>(
        "axis => document.querySelector('.chart-plot')._fullLayout[axis].range.map(Number)", axis);

    /// <summary>The last drawn event of the chart that is behind.</summary>
    public async Task<long> SequenceAsync() => long.Parse(
        await page.EvaluateAsync<string>("() => String(Math.min(...[...document.querySelectorAll('.chart-panel')].map(p => Number(p.dataset.sequence))))"),
        CultureInfo.InvariantCulture);
}
