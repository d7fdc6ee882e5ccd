using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using Plotly.Blazor.Traces.ScatterLib.LineLib;
using Plotly.Blazor.Traces.ScatterLib.MarkerLib;
using Line = Plotly.Blazor.Traces.ScatterLib.Line;

namespace Hpo.Figures.Comparisons;

/// <summary>
/// What tells a method from the others, the same on every figure and in every table: a colour, and for eyes that tell no colours apart a mark on its line and a
/// dash of its own.
/// </summary>
public static class MethodStyle
{
    private static readonly (SymbolEnum Symbol, string Name)[] Symbols =
    [
        (SymbolEnum.Circle, "circle"), (SymbolEnum.Square, "square"), (SymbolEnum.Diamond, "diamond"), (SymbolEnum.TriangleUp, "triangle-up"),
        (SymbolEnum.Cross, "cross"), (SymbolEnum.Star, "star"), (SymbolEnum.Pentagon, "pentagon"), (SymbolEnum.TriangleDown, "triangle-down"),
        (SymbolEnum.Hexagram, "hexagram"), (SymbolEnum.X, "x"), (SymbolEnum.Hourglass, "hourglass"), (SymbolEnum.BowTie, "bowtie"),
    ];

    private static readonly string[] Dashes = ["dash", "dot", "dashdot", "longdash", "longdashdot", "2px,2px", "10px,3px,2px,3px,2px,3px", "6px,2px"];

    /// <summary>The name of a method's mark, as plotly.js has it.</summary>
    /// <param name="method">The method's place, from 0.</param>
    public static string SymbolName(int method) => Symbols[method % Symbols.Length].Name;

    /// <summary>A method's mark.</summary>
    internal static SymbolEnum Symbol(int method) => Symbols[method % Symbols.Length].Symbol;

    /// <summary>A method's dash.</summary>
    internal static string Dash(int method) => Dashes[method % Dashes.Length];

    /// <summary>The line of a method with its marks, a true step line.</summary>
    internal static Scatter Line(int method, string name, FigureStyle style, bool isRace) => new()
    {
        Name = FigureText.Escape(name),
        ShowLegend = true,
        Mode = ModeFlag.Lines | ModeFlag.Markers,
        Line = new() { Shape = ShapeEnum.Hv, Width = style.Em(LineWidths.Of(isRace).Centre), Color = style.Method(method) },
        Marker = new()
        {
            Symbol = Symbol(method),
            Color = style.Method(method),
            Size = style.Em(0.55),
            MaxDisplayed = 9,
            Line = new() { Width = 1, Color = style.Surface },
        },
    };

    /// <summary>A part of a method's line without marks.</summary>
    internal static Line Plain(double width, string colour, FigureStyle style) => new() { Shape = ShapeEnum.Hv, Width = style.Em(width), Color = colour };
}
