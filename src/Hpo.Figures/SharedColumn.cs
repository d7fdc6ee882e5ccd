using Plotly.Blazor.Traces;

namespace Hpo.Figures;

/// <summary>The x of a trace that another one has too: most curves of a figure are drawn over parts of one grid, which is sent once.</summary>
/// <param name="Trace">The place of the trace, which has no x of its own.</param>
/// <param name="Of">The place of the one that has it.</param>
/// <param name="From">The first of its points, from 0.</param>
/// <param name="Count">How many they are.</param>
public sealed record SharedColumn(int Trace, int Of, int From, int Count)
{
    // fewer points are shorter than where to find them
    private const int Fewest = 8;

    /// <summary>Takes the x of all traces that are part of the longest one's out of a figure, and says where they are found. The traces are changed: they are to be sent and not drawn.</summary>
    public static FigureDescription Share(FigureDescription figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var traces = figure.Data.OfType<Scatter>().ToList();
        if (traces.Count < figure.Data.Count || traces.MaxBy(trace => trace.X?.Count ?? 0) is not { X: { } grid } longest)
            return figure;
        var of = traces.IndexOf(longest);
        var shared = new List<SharedColumn>();
        foreach (var (place, trace) in traces.Index())
        {
            if (place == of || trace.X is not { Count: >= Fewest } x || StartOf(x, grid) is not { } from)
                continue;
            shared.Add(new(place, of, from, x.Count));
            trace.X = null;
        }

        return shared.Count == 0 ? figure : figure with { SharedX = shared };
    }

    /// <summary>Where a column stands in another; null when it does not.</summary>
    private static int? StartOf(IList<object> part, IList<object> whole)
    {
        var from = whole.IndexOf(part[0]);
        return from >= 0 && part.SequenceEqual(whole.Skip(from).Take(part.Count)) ? from : null;
    }
}
