using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Curves;

/// <summary>What a curve is drawn against: what has been spent so far.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CostAxis>))]
public enum CostAxis
{
    /// <summary>Seconds since the repetition began; simulated when the repetition was.</summary>
    Time,

    /// <summary>Trials that have handed in an error or failed.</summary>
    Trials,

    /// <summary>Epochs that have been run, over all trials.</summary>
    Epochs,
}
