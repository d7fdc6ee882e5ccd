using Hpo.Dashboard.Components.Charts;

namespace Hpo.Dashboard.Tests.Live;

public sealed class StudyChartsTests : ComponentTest
{
    [Fact]
    public void The_page_names_the_study_and_the_browser_does_the_rest()
    {
        var charts = Render<StudyCharts>(it => it.Add(chart => chart.StudyId, "abc").Add(chart => chart.Name, "A <study>").Add(chart => chart.Workers, 4));

        charts.MarkupMatches("""<hpo-study-charts class="study-charts" data-projected="charts" study-id="abc" study-name="A &lt;study&gt;" filename="a-study" workers="4"></hpo-study-charts>""");
        // neither points nor calls go through the circuit
        Assert.Empty(JSInterop.Invocations);

        charts.Render(it => it.Add(chart => chart.StudyId, "def"));
        Assert.Equal("def", charts.Find("hpo-study-charts").GetAttribute("study-id"));
    }
}
