using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Figures;

/// <summary>How the repetitions of a method are drawn as one curve and a band.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Summary>))]
public enum Summary
{
    /// <summary>The mean, and one sample standard deviation to either side.</summary>
    Mean,

    /// <summary>The median, and the two quartiles.</summary>
    Median,

    /// <summary>The mean of the middle half, and its percentile bootstrap 95 % interval.</summary>
    InterquartileMean,
}
