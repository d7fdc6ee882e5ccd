namespace Hpo.Dashboard.Components.Charts;

/// <summary>The marks of charts, as their legends show them.</summary>
public static class ChartMarks
{
    private const string Across = "M0 6h24";
    private const string Bar = "M0 0h24v12H0z";
    private const string Incumbent = "var(--hpo-incumbent)";
    private const string Trial = "var(--hpo-trial)";
    private const string Text = "var(--mud-palette-text-primary)";
    private const string Muted = "var(--mud-palette-text-secondary)";
    private const string Failed = "var(--mud-palette-error)";

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<MarkShape>> All { get; } = new Dictionary<string, IReadOnlyList<MarkShape>>
    {
        ["steps"] = [new(Across, Incumbent, Line: 3.5)],
        ["best"] = [new(Across, Incumbent, Line: 3.5)],
        ["line"] = [new(Across, Trial, Line: 1.2)],
        ["live"] = [new(Across, Text, Line: 2)],
        ["minimum"] = [new(Across, Muted, Line: 1.2, Dash: "4 3")],
        ["held"] = [new(Across, Muted, Line: 1.2)],
        ["band"] = [new("M0 2h24M0 10h24", Muted, Line: 2, Dash: "4 3")],
        ["point"] = [new("M12 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9", Trial)],
        ["hollow"] = [new("M12 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8", Text, Line: 2)],
        ["stop"] = [new("M8 2h8v8H8z", Muted)],
        ["pause"] = [new("M9 1v10M15 1v10", Trial, Line: 2.6)],
        ["rung"] = [new("M12 0v12", Muted, Line: 1.4, Dash: "3 2")],
        ["cross"] = [new("M7.5 1.5l9 9M16.5 1.5l-9 9", Failed, Line: 2)],
        ["bar-best"] = [new(Bar, Incumbent)],
        ["bar-finished"] = [new(Bar, Trial)],
        ["bar-running"] = [new("M1 1h22v10H1z", Text, Line: 2)],
        ["bar-paused"] = [new(Bar, Trial, Opacity: 0.4)],
        ["bar-cut"] = [new(Bar, Muted, Opacity: 0.15), new("M-6 12L6 0M0 12L12 0M6 12L18 0M12 12L24 0M18 12L30 0", Muted, Line: 1.4)],
        ["bar-failed"] = [new(Bar, Failed)],
        ["bar-idle"] = [new(Bar, Muted, Opacity: 0.12)],
        ["bar-standstill"] = [new("M12 0v12", Text, Line: 2, Dash: "2 2")],
    };
}
