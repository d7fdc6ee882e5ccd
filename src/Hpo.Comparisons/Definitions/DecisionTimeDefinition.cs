using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Definitions;

/// <summary>How much simulated time a decision takes.</summary>
/// <param name="Kind">None, fixed or measured.</param>
/// <param name="Seconds">The fixed time in seconds; null for the other kinds.</param>
public sealed record DecisionTimeDefinition(
    DecisionTimeKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Seconds = null)
{
    /// <summary>A tenth of a second: what a careful searcher needs.</summary>
    public static DecisionTimeDefinition Usual { get; } = new(DecisionTimeKind.Fixed, 0.1);
}
