using Hpo.Dashboard.Components.Charts;

namespace Hpo.Dashboard.Tests.Live;

public sealed class StudyChartsTests : ComponentTest
{
    [Fact]
    public void The_page_names_the_study_and_the_browser_does_the_rest()
    {
        var charts = Render<StudyCharts>(it => it.Add(chart => chart.StudyId, "abc").Add(chart => chart.Name, "A <study>").Add(chart => chart.Workers, 4));

        var element = charts.Find("hpo-study-charts.study-charts");
        Assert.Equal(("abc", "A <study>", "a-study", "4"), (element.GetAttribute("study-id"), element.GetAttribute("study-name"), element.GetAttribute("filename"), element.GetAttribute("workers")));
        Assert.Equal(["incumbent", "curves", "timeline"], element.QuerySelectorAll("[data-chart]").Select(chart => chart.GetAttribute("data-chart")));
        // neither points nor calls go through the circuit
        Assert.Empty(JSInterop.Invocations);

        charts.Render(it => it.Add(chart => chart.StudyId, "def"));
        Assert.Equal("def", charts.Find("hpo-study-charts").GetAttribute("study-id"));
    }
}
