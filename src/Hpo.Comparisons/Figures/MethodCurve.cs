using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Figures;

/// <summary>A curve of one method, one value for each point of the figure's grid.</summary>
/// <param name="Method">The method's place in the comparison, from 0.</param>
/// <param name="Values">The values.</param>
public sealed record MethodCurve(int Method, [property: JsonConverter(typeof(CompactNumbers))] double?[] Values);
