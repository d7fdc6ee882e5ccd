using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Definitions;

/// <summary>What one repetition of one method may spend, on each objective; the limit reached first ends it. At least one is given.</summary>
/// <param name="Trials">The number of trials; null for no limit.</param>
/// <param name="Epochs">The number of epochs of all trials together; null for no limit.</param>
/// <param name="Seconds">The time in seconds, simulated unless the comparison is a race; null for no limit.</param>
public sealed record ComparisonBudget(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Trials = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Epochs = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Seconds = null);
