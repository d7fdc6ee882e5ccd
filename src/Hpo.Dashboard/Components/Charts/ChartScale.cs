namespace Hpo.Dashboard.Components.Charts;

/// <summary>A way to look at a chart that a button switches on and off.</summary>
/// <param name="Name">As the script knows it (wwwroot/js/charts/chart-panel.js).</param>
/// <param name="Label">What stands on the button.</param>
/// <param name="IsOffered">Whether it is always offered; otherwise the script shows the button when it makes a difference.</param>
public sealed record ChartScale(string Name, string Label, bool IsOffered = true)
{
    /// <summary>A logarithmic y axis.</summary>
    public static ChartScale Log { get; } = new("isLog", "Log scale");

    /// <summary>A logarithmic x axis.</summary>
    public static ChartScale LogX { get; } = new("isLogX", "Log x");

    /// <summary>The errors that trials ended with, and no earlier ones.</summary>
    public static ChartScale Final { get; } = new("isFinal", "Final errors only", IsOffered: false);
}
