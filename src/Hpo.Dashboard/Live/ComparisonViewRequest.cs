using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;

namespace Hpo.Dashboard.Live;

/// <summary>A view as a browser asks for it; what it leaves out is the first objective, time, the mean, and the incumbent.</summary>
/// <param name="Objective">The objective's place from 0; null or left out for all.</param>
/// <param name="Axis"><c>Time</c>, <c>Trials</c> or <c>Epochs</c>.</param>
/// <param name="Summary"><c>Mean</c>, <c>Median</c> or <c>InterquartileMean</c>.</param>
/// <param name="Plot"><c>Incumbent</c>, <c>Rank</c>, <c>Targets</c> or <c>Wins</c>.</param>
/// <param name="IsRegret">Whether to take off the smallest possible error, if it is known.</param>
public sealed record ComparisonViewRequest(int? Objective, string? Axis, string? Summary, string? Plot, bool? IsRegret)
{
    /// <summary>The view of a comparison that is meant.</summary>
    /// <exception cref="ArgumentException">There is no such view; the message says why.</exception>
    internal ComparisonView Of(ComparisonDefinition definition)
    {
        if (Objective is { } objective && (objective < 0 || objective >= definition.Objectives.Length))
            throw new ArgumentException($"The comparison has {definition.Objectives.Length} objectives, counted from 0: there is no objective {objective}.");
        var plot = Read(Plot, ComparisonPlot.Incumbent, "plot");
        var axis = Read(Axis, CostAxis.Time, "axis");
        // a summary and a regret that make no difference make no other view
        return plot switch
        {
            ComparisonPlot.Incumbent => new(Objective ?? 0, axis, Read(Summary, Hpo.Comparisons.Figures.Summary.Mean, "summary"), plot, IsRegret ?? false),
            // at the end of the budget, whatever it is counted in
            ComparisonPlot.Wins => new(Objective, default, default, plot, false),
            _ => new(Objective, axis, default, plot, false),
        };
    }

    private static T Read<T>(string? name, T usual, string what)
        where T : struct, Enum
    {
        if (name is null)
            return usual;
        var known = Enum.GetNames<T>();
        return known.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } match
            ? Enum.Parse<T>(match)
            : throw new ArgumentException($"There is no such {what}: it is one of {string.Join(", ", known)}.");
    }
}
