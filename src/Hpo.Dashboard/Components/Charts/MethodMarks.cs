using Hpo.Figures.Comparisons;

namespace Hpo.Dashboard.Components.Charts;

/// <summary>The marks of methods, as legends and tables show them.</summary>
public static class MethodMarks
{
    /// <summary>By plotly's names, as paths in a box of 12 by 12.</summary>
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["circle"] = "M6 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8",
        ["square"] = "M2.5 2.5h7v7h-7z",
        ["diamond"] = "M6 1l5 5-5 5-5-5z",
        ["triangle-up"] = "M6 1.5l5 8.5H1z",
        ["cross"] = "M4.3 1h3.4v3.3H11v3.4H7.7V11H4.3V7.7H1V4.3h3.3z",
        ["star"] = "M6 .5l1.5 3.7 4 .3-3 2.6.9 3.9L6 8.9 2.6 11l.9-3.9-3-2.6 4-.3z",
        ["pentagon"] = "M6 1l5 3.7L9.1 11H2.9L1 4.7z",
        ["triangle-down"] = "M6 10.5L1 2h10z",
        ["hexagram"] = "M6 .5l1.6 2.8h3.2L9.2 6l1.6 2.7H7.6L6 11.5 4.4 8.7H1.2L2.8 6 1.2 3.3h3.2z",
        ["x"] = "M3.2 1L6 3.8 8.8 1 11 3.2 8.2 6 11 8.8 8.8 11 6 8.2 3.2 11 1 8.8 3.8 6 1 3.2z",
        ["hourglass"] = "M1.5 1h9L7 6l3.5 5h-9L5 6z",
        ["bowtie"] = "M1 1.5L6 5l5-3.5v9L6 7l-5 3.5z",
    };

    /// <summary>The mark of a method.</summary>
    /// <param name="method">Its place in the comparison, from 0.</param>
    public static string Path(int method) => Paths[MethodStyle.SymbolName(method)];
}
