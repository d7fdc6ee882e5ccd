using System.Text.Json;
using Hpo.Figures.Tests.Comparisons;

namespace Hpo.Figures.Tests;

public sealed class FigureJsonTests
{
    private static JsonElement Written(FigureDescription figure) => JsonDocument.Parse(FigureJson.Write(figure)).RootElement;

    [Fact]
    public void A_figure_is_what_plotly_reads()
    {
        var figure = Written(Sample.Bands(Sample.Curve(0, [0.5, 0.4], [0.4, 0.3], [0.6, 0.5])));

        var line = figure.GetProperty("data")[3];
        Assert.Equal(
            ("scatter", "lines+markers", "hv", "circle", "[1,2]", "[0.5,0.4]"),
            (Text(line, "type"), Text(line, "mode"), Text(line.GetProperty("line"), "shape"), Text(line.GetProperty("marker"), "symbol"), line.GetProperty("x").GetRawText(), line.GetProperty("y").GetRawText()));
        var layout = figure.GetProperty("views")[0].GetProperty("layout");
        Assert.Equal(("linear", "value", true), (Text(layout.GetProperty("xaxis"), "type"), Text(layout.GetProperty("yaxis").GetProperty("title"), "text"), layout.GetProperty("yaxis").GetProperty("automargin").GetBoolean()));
        Assert.Equal("x unified", Text(layout, "hovermode"));
    }

    [Fact]
    public void What_is_not_there_is_left_out_and_what_is_not_finite_is_null()
    {
        var figure = Written(Sample.Bands(Sample.Curve(0, [double.NaN, 0.123456789])));

        Assert.Equal("[null,0.1234568]", figure.GetProperty("data")[3].GetProperty("y").GetRawText());
        Assert.False(figure.TryGetProperty("empty", out _));
        Assert.False(figure.GetProperty("views")[0].GetProperty("layout").GetProperty("yaxis").TryGetProperty("range", out _));
    }

    [Fact]
    public void Of_views_after_the_first_only_what_differs_is_written()
    {
        var story = Studies.Story.OfBranin().Trial(0, 0.5).Ends(0);
        var (linear, log) = (Written(story.Incumbent).GetProperty("views")[0].GetProperty("layout"), Written(story.Incumbent).GetProperty("views")[1].GetProperty("layout"));

        Assert.True(linear.TryGetProperty("font", out _));
        Assert.Equal(["yaxis"], log.EnumerateObject().Select(part => part.Name));
        Assert.Equal("log", Text(log.GetProperty("yaxis"), "type"));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
