namespace Hpo.Dashboard.Components.Charts;

/// <summary>A line of a chart's legend.</summary>
/// <param name="Text">What it means; null when the script says so, as soon as it is on the chart.</param>
/// <param name="Mark">Its mark, by the name in <see cref="ChartMarks"/>; null for that of a method.</param>
/// <param name="Method">The place of the method whose sign it is.</param>
public sealed record ChartKey(string? Text, string? Mark = null, int? Method = null)
{
    /// <summary>A mark that is there sometimes.</summary>
    public static ChartKey Sometimes(string mark) => new(null, mark);
}
