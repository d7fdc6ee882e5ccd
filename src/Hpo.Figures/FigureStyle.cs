using System.Drawing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hpo.Figures;

/// <summary>
/// The colours and the type that a figure is drawn with: those of one theme, or the names of the theme's variables, which a page replaces by their values. A
/// figure is described the same with either.
/// </summary>
public sealed partial record FigureStyle
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

    /// <summary>A colour with an opacity of its own: a known colour as plotly.js reads it, and the name of a variable as CSS mixes it, for a page to put in its value.</summary>
    /// <param name="colour">A variable as <c>var(--name)</c>, or a colour as <c>#rgb</c>, <c>#rrggbb</c>, <c>rgb(r, g, b)</c> or by its name.</param>
    /// <param name="opacity">0 is not to be seen, 1 covers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The opacity is not from 0 to 1.</exception>
    /// <exception cref="ArgumentException">It is no such colour.</exception>
    public static string Translucent(string colour, double opacity)
    {
        ArgumentNullException.ThrowIfNull(colour);
        ArgumentOutOfRangeException.ThrowIfLessThan(opacity, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(opacity, 1);
        if (colour.StartsWith("var(", StringComparison.Ordinal))
            return $"color-mix(in srgb, {colour} {(100 * opacity).ToString("0.##", CultureInfo.InvariantCulture)}%, transparent)";
        var (red, green, blue) = Channels(colour);
        return string.Create(CultureInfo.InvariantCulture, $"rgba({red}, {green}, {blue}, {opacity:0.####})");
    }

    private static (int Red, int Green, int Blue) Channels(string colour)
    {
        if (Hex().IsMatch(colour))
        {
            var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
            var value = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return (value >> 16, (value >> 8) & 255, value & 255);
        }

        if (Rgb().Match(colour) is { Success: true, Groups: var numbers })
        {
            int Channel(int place) => Math.Min(255, int.Parse(numbers[place].ValueSpan, CultureInfo.InvariantCulture));
            return (Channel(1), Channel(2), Channel(3));
        }

        return Color.FromName(colour) is { IsKnownColor: true, IsSystemColor: false } named
            ? (named.R, named.G, named.B)
            : throw new ArgumentException($"\"{colour}\" is no colour that an opacity can be given to: it can be var(--name), #rgb, #rrggbb, rgb(r, g, b) or a name.", nameof(colour));
    }

    [GeneratedRegex("^#(?:[0-9a-fA-F]{3}){1,2}$")]
    private static partial Regex Hex();

    [GeneratedRegex(@"^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$")]
    private static partial Regex Rgb();

    /// <summary>A length of so many letters, in pixels.</summary>
    internal decimal Em(double letters) => (decimal)Math.Round(FontSize * letters, 2);
}
