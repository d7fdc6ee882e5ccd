namespace Hpo.Figures;

/// <summary>Texts as plotly.js shows them.</summary>
public static class FigureText
{
    /// <summary>A text as it is: plotly.js reads some HTML, and in hover texts what stands in braces.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("{", "&#123;", StringComparison.Ordinal);
    }

    /// <summary>The first letter as it begins a line.</summary>
    internal static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
