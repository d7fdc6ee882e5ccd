using System.Globalization;

namespace Hpo.Figures;

/// <summary>
/// The colours and the type that a figure is drawn with: those of one theme, or the names of the theme's variables, which a page replaces by their values. A
/// figure is described the same with either.
/// </summary>
public sealed record FigureStyle
{
    /// <summary>Text and axes' titles; any CSS colour, as all colours here.</summary>
    public required string Text { get; init; }

    /// <summary>What is there besides.</summary>
    public required string Muted { get; init; }

    /// <summary>Grids and axes.</summary>
    public required string Line { get; init; }

    /// <summary>The ground.</summary>
    public required string Surface { get; init; }

    /// <summary>The best so far.</summary>
    public required string Incumbent { get; init; }

    /// <summary>A trial that is not the best.</summary>
    public required string Trial { get; init; }

    /// <summary>What went wrong.</summary>
    public required string Failed { get; init; }

    /// <summary>The methods of a comparison by their places; more methods begin again with the first.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The typeface, as in CSS.</summary>
    public required string FontFamily { get; init; }

    /// <summary>The size of the type in pixels. Marks and lines grow with it.</summary>
    public required double FontSize { get; init; }

    /// <summary>The colour of a method.</summary>
    /// <param name="method">Its place in the comparison, from 0.</param>
    public string Method(int method) => Methods[method % Methods.Count];

    /// <summary>A colour with an opacity of its own, as CSS mixes it.</summary>
    /// <param name="colour">Any CSS colour.</param>
    /// <param name="opacity">0 is not to be seen, 1 covers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The opacity is not from 0 to 1.</exception>
    public static string Translucent(string colour, double opacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(opacity, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(opacity, 1);
        return $"color-mix(in srgb, {colour} {(100 * opacity).ToString("0.##", CultureInfo.InvariantCulture)}%, transparent)";
    }

    /// <summary>A length of so many letters, in pixels.</summary>
    internal decimal Em(double letters) => (decimal)Math.Round(FontSize * letters, 2);
}
