using System.Text.Json.Serialization;

namespace Hpo.Dashboard.Live.Rooms;

/// <summary>How the presenter looks at a chart.</summary>
/// <param name="IsLog">Whether the y axis is logarithmic.</param>
/// <param name="IsLogX">Whether the x axis is.</param>
/// <param name="X">The two ends of the x axis, as the chart counts; null for all there is.</param>
/// <param name="Y">The two ends of the y axis.</param>
/// <param name="IsFinal">Whether only the errors are shown that trials ended with.</param>
public sealed record SharedChart(bool IsLog, bool IsLogX, double[]? X, double[]? Y, bool IsFinal = false)
{
    /// <summary>Whether both ranges are two finite numbers, or none.</summary>
    [JsonIgnore]
    public bool IsValid => IsRange(X) && IsRange(Y);

    private static bool IsRange(double[]? range) => range is null || (range.Length == 2 && range.All(double.IsFinite) && range[0] != range[1]);
}
