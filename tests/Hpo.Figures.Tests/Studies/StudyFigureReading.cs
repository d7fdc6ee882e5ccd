using Plotly.Blazor.Traces;

namespace Hpo.Figures.Tests.Studies;

/// <summary>What it takes to read a figure of a study.</summary>
internal static class StudyFigureReading
{
    /// <summary>The trace under a key.</summary>
    public static Scatter Of(this FigureDescription figure, string key) => figure.Data.Cast<Scatter>().Single(trace => trace.Meta!.Equals(key));

    /// <summary>Where the points of a trace stand.</summary>
    public static IEnumerable<(object? X, object? Y)> Points(this FigureDescription figure, string key) => figure.Of(key).X!.Zip(figure.Of(key).Y!, (x, y) => ((object?)x, (object?)y));

    /// <summary>The marks of the legend, and what they mean.</summary>
    public static IReadOnlyDictionary<string, string> Marks(this FigureDescription figure) => figure.Legend.ToDictionary(entry => entry.Mark!, entry => entry.Text);
}
