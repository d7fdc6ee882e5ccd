using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Figures.Comparisons;
using Plotly.Blazor.Traces;

namespace Hpo.Figures.Tests.Comparisons;

/// <summary>Figures of a comparison of two methods on Branin, and what it takes to read them.</summary>
internal static class Sample
{
    public static Contest Contest { get; } =
        new(["Random search", "Bayesian <optimisation>"], [new("Branin", "value", 0.397887)], IsRace: false);

    public static ComparisonSight Sight(CostAxis axis = CostAxis.Time, bool isOver = false, int done = 2, Contest? contest = null) =>
        new(contest ?? Contest, 0, axis, done, isOver);

    public static BandCurve Curve(int method, double?[] center, double?[]? lower = null, double?[]? upper = null, double? end = 100, int missing = 0) =>
        new(method, center, lower ?? new double?[center.Length], upper ?? new double?[center.Length], lower is null ? 1 : 3, missing, end);

    /// <summary>A figure whose grid is 1, 2, 3 and so on.</summary>
    public static IncumbentFigure Figure(params BandCurve[] curves) => Figure(Summary.Mean, CostAxis.Time, curves);

    public static IncumbentFigure Figure(Summary summary, CostAxis axis, params BandCurve[] curves) =>
        new(axis, summary, [.. Enumerable.Range(1, curves.Max(curve => (int?)curve.Center.Length) ?? 0).Select(x => (double)x)], curves);

    public static FigureDescription Bands(params BandCurve[] curves) => Bands(Sight(), Figure(curves));

    public static FigureDescription Bands(ComparisonSight sight, IncumbentFigure figure, params RacingCurve[] racing) =>
        IncumbentBands.Describe(sight, figure, racing, isRegret: false, Styles.Light);

    public static Scatter Trace(this FigureDescription figure, string name) => figure.Data.Cast<Scatter>().Single(trace => trace.Name == name);
}
