using Hpo.Studies.Wording;
using Plotly.Blazor.Traces;

namespace Hpo.Figures.Studies;

/// <summary>Puts points into the traces of a described figure, by their keys.</summary>
internal sealed class Columns(FigureDescription figure)
{
    private readonly Dictionary<string, Scatter> _traces = figure.Data.Cast<Scatter>().ToDictionary(trace => (string)trace.Meta!);

    /// <summary>The trace under a key.</summary>
    public Scatter this[string key] => _traces[key];

    /// <summary>Adds a point; null has no place.</summary>
    public void Add(string key, double? x, double? y, string text)
    {
        var trace = _traces[key];
        // plotly reads null as a gap
        trace.X!.Add(x!);
        trace.Y!.Add(y!);
        (trace.TextArray ??= []).Add(text);
    }

    /// <summary>Adds a point at a time.</summary>
    public void Add(string key, TimeSpan x, double? y, string text) => Add(key, Format.Seconds(x), y, text);

    /// <summary>Adds the same point to both bars of a pause sign.</summary>
    public void AddPause(double? x, double? y, string text)
    {
        Add("pausedLeft", x, y, text);
        Add("pausedRight", x, y, text);
    }
}
