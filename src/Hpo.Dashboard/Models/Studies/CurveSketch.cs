using System.Globalization;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>A learning curve as a small line without axes; the numbers stand in a table beside it.</summary>
public static class CurveSketch
{
    /// <summary>The width of the drawing, in its own units.</summary>
    public const double Width = 300;

    /// <summary>The height of the drawing, in its own units.</summary>
    public const double Height = 80;

    private const double Inset = 4;
    private const int MostPoints = 300;

    /// <summary>The corners of the line as SVG writes them; empty for fewer than two epochs.</summary>
    public static string Points(IReadOnlyList<EpochPoint> curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        if (curve.Count < 2)
            return "";
        var (least, most) = (curve.Min(point => point.Error), curve.Max(point => point.Error));
        var (first, last) = (curve[0].Epoch, curve[^1].Epoch);
        // every so-manieth epoch, and always the last
        var stride = ((curve.Count - 1) / MostPoints) + 1;
        return string.Join(' ', curve.Where((_, i) => i % stride == 0 || i == curve.Count - 1).Select(point =>
        {
            var x = Place(point.Epoch, first, last, Width);
            var y = Height - Place(point.Error, least, most, Height);
            return string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}");
        }));
    }

    private static double Place(double value, double least, double most, double length) =>
        most > least ? Inset + ((value - least) / (most - least) * (length - (2 * Inset))) : length / 2;
}
