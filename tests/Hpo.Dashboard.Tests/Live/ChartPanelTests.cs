using Hpo.Dashboard.Components.Charts;
using Hpo.Dashboard.Theming;
using Hpo.Figures.Comparisons;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Plotly.Blazor;

namespace Hpo.Dashboard.Tests.Live;

public sealed class ChartPanelTests : ComponentTest
{
    [Fact]
    public void A_panel_has_its_heading_its_buttons_with_names_and_room_for_what_the_script_says()
    {
        var panel = Render();

        var section = panel.Find("section.chart-panel[data-chart=incumbent]");
        Assert.Equal("Best error", panel.Find($"#{section.GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal(
            ["Log scale", "Final errors only", "Reset zoom", "Download as PNG", "Download as SVG", "Download as JSON", "Show as table"],
            panel.FindAll("button").Select(button => button.GetAttribute("aria-label") ?? button.TextContent));
        Assert.Equal(["png", "svg", "json"], panel.FindAll("[data-format]").Select(button => button.GetAttribute("data-format")));
        // what makes no difference yet is not offered
        Assert.Equal(["isFinal"], panel.FindAll("button[hidden]").Select(button => button.GetAttribute("data-scale")));
        Assert.True(panel.Find(".chart-table").HasAttribute("hidden"));
        Assert.True(panel.Find(".chart-empty").HasAttribute("hidden"));
        Assert.Equal("Best error: the data", panel.Find("[role=region]").GetAttribute("aria-label"));
    }

    [Fact]
    public void The_legend_says_what_is_always_there_and_holds_a_place_for_the_rest()
    {
        var items = Render().FindAll(".chart-legend li");

        Assert.Equal(["steps", null, "cross"], items.Select(item => item.GetAttribute("data-mark")));
        Assert.Equal(["best so far", "A method", ""], items.Select(item => item.TextContent.Trim()));
        Assert.Equal([false, false, true], items.Select(item => item.HasAttribute("hidden")));
        Assert.All(items, item => Assert.Equal("true", item.QuerySelector("svg")!.GetAttribute("aria-hidden")));
        Assert.Equal(FigureStyles.Page.Method(1), items[1].QuerySelector("path")!.GetAttribute("stroke"));
    }

    [Fact]
    public void Every_method_has_the_mark_that_its_line_has()
    {
        var marks = Enumerable.Range(0, 30).Select(method => (Symbol: MethodStyle.SymbolName(method), Path: MethodMarks.Path(method))).Distinct().ToList();

        Assert.Equal(marks.Count, marks.Select(mark => mark.Symbol).Distinct().Count());
        Assert.Equal(marks.Count, marks.Select(mark => mark.Path).Distinct().Count());
    }

    [Fact]
    public void Without_a_circuit_the_script_draws_at_once_in_a_place_that_is_a_picture_to_screen_readers()
    {
        var panel = Render();

        Assert.Equal("true", panel.Find(".chart-stage").GetAttribute("data-stands"));
        var place = panel.Find(".chart-stage > .chart-plot");
        Assert.Equal(("img", "Best error"), (place.GetAttribute("role"), place.GetAttribute("aria-label")));
        Assert.Empty(JSInterop.Invocations);
    }

    [Fact]
    public void With_a_circuit_the_component_draws_a_blank_figure_and_then_the_script_may()
    {
        var panel = Interactive();

        panel.WaitForAssertion(() => Assert.Equal("true", panel.Find(".chart-stage").GetAttribute("data-stands")));
        var chart = panel.FindComponent<PlotlyChart>().Instance;
        Assert.Empty(chart.Data);
        Assert.Equal(("img", "Best error"), (panel.Find(".chart-plot").GetAttribute("role"), panel.Find(".chart-plot").GetAttribute("aria-label")));
        Assert.True(chart.UseBasicVersion);
    }

    [Fact]
    public void No_two_charts_share_an_element_so_that_one_that_goes_empties_no_other()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => Interactive().FindComponent<PlotlyChart>().Instance.Id);

        Assert.Equal(3, ids.Distinct().Count());
    }

    private IRenderedComponent<ChartPanel> Interactive()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var panel = Render<ChartPanel>(it =>
        {
            it.SetAssignedRenderMode(RenderMode.InteractiveServer);
            Fill(it);
        });
        return panel;
    }

    private IRenderedComponent<ChartPanel> Render() => Render<ChartPanel>(Fill);

    private static void Fill(ComponentParameterCollectionBuilder<ChartPanel> panel) => panel
        .Add(it => it.Name, "incumbent")
        .Add(it => it.Title, "Best error")
        .Add(it => it.Scales, [ChartScale.Log, ChartScale.Final])
        .Add(it => it.Legend, [new ChartKey("best so far", "steps"), new ChartKey("A method", Method: 1), ChartKey.Sometimes("cross")]);
}
