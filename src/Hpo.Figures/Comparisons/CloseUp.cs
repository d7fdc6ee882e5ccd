using Hpo.Comparisons.Figures;

namespace Hpo.Figures.Comparisons;

/// <summary>Which part of the y axis is shown: that in which the curves lie once they have come down. Drawn with their beginning, later differences would not be seen.</summary>
public static class CloseUp
{
    /// <summary>What is said while the beginning is cut off.</summary>
    public const string BeginningIsAbove = "The beginning lies above the picture: Reset zoom shows all of it.";

    // from this share of the x axis on, everything is to be seen
    private const double Settled = 0.12;

    // how much more of the y axis the whole must take for its beginning to be cut off
    private const double WorthACut = 2;

    private const double Margin = 0.06;

    /// <summary>The part; null when all can be shown as it is.</summary>
    /// <param name="figure">The curves.</param>
    /// <param name="racing">The curves of running methods.</param>
    public static FigureFit? Of(IncumbentFigure figure, IReadOnlyList<RacingCurve> racing)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(racing);
        var (all, late) = (Values(figure, racing, double.NegativeInfinity), Values(figure, racing, (figure.Grid.Length == 0 ? 0 : figure.Grid[^1]) * Settled));
        if (late.Count == 0)
            return null;
        var (low, high) = (late.Min(), late.Max());
        var extent = all.Max() - all.Min();
        // plotly would show a single value with one unit on either side
        if (extent == 0)
            return Around(low);
        var margin = (high - low) * Margin;
        return margin > 0 && extent > WorthACut * (high - low) ? new FigureFit(low - margin, high + margin, BeginningIsAbove) : null;
    }

    private static FigureFit Around(double value)
    {
        var margin = (value == 0 ? 1 : Math.Abs(value)) * 0.1;
        return new FigureFit(value - margin, value + margin, null);
    }

    private static List<double> Values(IncumbentFigure figure, IReadOnlyList<RacingCurve> racing, double from)
    {
        var values = new List<double>();
        for (var i = 0; i < figure.Grid.Length; i++)
        {
            if (figure.Grid[i] < from)
                continue;
            foreach (var curve in figure.Curves)
                values.AddRange(new[] { curve.Center[i], curve.Lower[i], curve.Upper[i] }.OfType<double>());
        }

        values.AddRange(racing.SelectMany(curve => curve.Steps).Where(step => step.Cost >= from).Select(step => step.Error));
        return values;
    }
}
