using Hpo.Comparisons.Curves;
using Hpo.Studies.Wording;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;

namespace Hpo.Figures.Comparisons;

/// <summary>What comparisons are drawn against, and how it is said.</summary>
internal static class CostWords
{
    /// <summary>What stands on a figure that begins at 0, on a logarithmic axis.</summary>
    public const string NoPlaceForZero = "What happened at 0 has no place on a log scale.";

    /// <summary>The title of the axis.</summary>
    public static string Title(CostAxis axis, bool isRace) => axis switch
    {
        CostAxis.Trials => "trials",
        CostAxis.Epochs => "epochs",
        _ => isRace ? "seconds since the start" : "simulated seconds",
    };

    /// <summary>A cost: "120 s", "20 trials".</summary>
    public static string Of(double cost, CostAxis axis) => $"{Format.Real(cost)} {Unit(axis)}";

    /// <summary>The axis.</summary>
    public static FigureAxis Axis(ComparisonSight sight, bool isLog) => new(Title(sight.Axis, sight.Contest.IsRace), $"{sight.Objective},{sight.Axis},{isLog}")
    {
        IsLog = isLog,
        BeginsAtZero = true,
        HoverFormat = ".4~g",
        HoverTitle = $"%{{x:.4~g}} {Unit(sight.Axis)}",
    };

    /// <summary>The layout of a figure against a cost.</summary>
    public static Layout Layout(FigureStyle style, ComparisonSight sight, bool isLogX, FigureAxis y) =>
        FigureLayout.Create(style, Axis(sight, isLogX), y, HoverModeEnum.XUnified);

    private static string Unit(CostAxis axis) => axis switch
    {
        CostAxis.Trials => "trials",
        CostAxis.Epochs => "epochs",
        _ => "s",
    };
}
