using System.Globalization;
using Hpo.Comparisons.Figures;
using Hpo.Studies.Wording;
using Plotly.Blazor.Traces;

namespace Hpo.Figures.Comparisons;

/// <summary>A number of each method against what was spent: the average rank, or the share of targets hit.</summary>
public static class MethodCurves
{
    private const int MostRanksNamed = 6;

    /// <summary>Describes the average ranks; the best is on top.</summary>
    /// <param name="sight">What is compared, and how it is looked at.</param>
    /// <param name="figure">The curves.</param>
    /// <param name="style">The colours and the type.</param>
    public static FigureDescription Ranks(ComparisonSight sight, RankFigure figure, FigureStyle style)
    {
        ArgumentNullException.ThrowIfNull(sight);
        ArgumentNullException.ThrowIfNull(figure);
        var methods = sight.Contest.Methods.Count;
        var axis = new FigureAxis("average rank, 1 is best", "") { Ends = (methods + 0.15, 0.85), TickStep = methods > MostRanksNamed ? 2 : 1 };
        return Describe(sight, new("average rank", figure.Grid, figure.Curves, figure.Repetitions, figure.Failed, axis, ColumnFormat.Rank, "%{y:.2f}", LowestFirst: true), style);
    }

    /// <summary>Describes the shares of targets hit.</summary>
    /// <param name="sight">What is compared, and how it is looked at.</param>
    /// <param name="figure">The curves.</param>
    /// <param name="style">The colours and the type.</param>
    public static FigureDescription Targets(ComparisonSight sight, TargetFigure figure, FigureStyle style)
    {
        ArgumentNullException.ThrowIfNull(sight);
        ArgumentNullException.ThrowIfNull(figure);
        var axis = new FigureAxis("share of targets hit", "") { Ends = (-0.02, 1.02), TickFormat = ",.0%" };
        return Describe(sight, new("targets hit", figure.Grid, figure.Curves, figure.Repetitions, figure.Failed, axis, ColumnFormat.Share, "%{y:.0%}", LowestFirst: false), style);
    }

    private static FigureDescription Describe(ComparisonSight sight, Curves curves, FigureStyle style)
    {
        ArgumentNullException.ThrowIfNull(style);
        var methods = sight.Contest.Methods;
        return new()
        {
            Data = [.. methods.Select((_, method) => Trace(method, sight, curves, style))],
            Views = [.. FigureView.Scales.Select(isLogX => new FigureView(
                IsLog: false, isLogX, CostWords.Layout(style, sight, isLogX, curves.Axis), Fit: null,
                isLogX && curves.Grid.Length > 0 && curves.Grid[0] <= 0 ? CostWords.NoPlaceForZero : null))],
            Summary = SummaryText(sight, curves),
            Empty = curves.IsEmpty
                ? sight.IsOver ? "No repetition was finished by every method." : "Waiting until every method has finished a repetition…"
                : null,
            Legend = [.. methods.Select((name, method) => new LegendEntry(name, method))],
            Table = new(
                $"{FigureText.Capital(curves.Title)}; a value holds until the next line",
                CostWords.Title(sight.Axis, sight.Contest.IsRace),
                [.. curves.All.Select(curve => new FigureColumn(methods[curve.Method], curve.Method, curves.Format))]),
            PictureTitle = curves.Title,
        };
    }

    private static Scatter Trace(int method, ComparisonSight sight, Curves curves, FigureStyle style)
    {
        var trace = MethodStyle.Line(method, sight.Contest.Methods[method], style, sight.Contest.IsRace);
        trace.HoverTemplate = $"{trace.Name}: {curves.Hover}<extra></extra>";
        var values = curves.All.FirstOrDefault(curve => curve.Method == method)?.Values ?? [];
        var places = Enumerable.Range(0, values.Length).Where(i => values[i] is not null).ToList();
        trace.X = [.. places.Select(i => (object)curves.Grid[i])];
        trace.Y = [.. places.Select(i => (object)values[i]!.Value)];
        return trace;
    }

    private static string SummaryText(ComparisonSight sight, Curves curves)
    {
        if (curves.IsEmpty)
            return "";
        var last = curves.All.Where(curve => curve.Values.Length > 0 && curve.Values[^1] is not null).OrderBy(curve => (curves.LowestFirst ? 1 : -1) * curve.Values[^1]);
        var said = last.Select(curve => $"{sight.Contest.Methods[curve.Method]} {curves.Text(curve.Values[^1]!.Value)}");
        var failed = curves.Failed > 0 ? $"; {curves.Failed} left out, because a method failed" : "";
        return $"After {CostWords.Of(curves.Grid[^1], sight.Axis)}: {string.Join("; ", said)}. "
            + $"Over {Format.Count(curves.Repetitions, "repetition")} that every method has finished{failed}.";
    }

    private sealed record Curves(
        string Title, double[] Grid, IReadOnlyList<MethodCurve> All, int Repetitions, int Failed, FigureAxis Axis, ColumnFormat Format, string Hover, bool LowestFirst)
    {
        public bool IsEmpty => Repetitions == 0 || Grid.Length == 0;

        public string Text(double value) => Format == ColumnFormat.Rank
            ? value.ToString("F2", CultureInfo.InvariantCulture)
            : $"{Math.Round(100 * value, MidpointRounding.AwayFromZero):F0} %";
    }
}
