using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Figures;

/// <summary>The repetitions of one method as a curve and a band, one entry for each point of the figure's grid.</summary>
/// <param name="Method">The method's place in the comparison, from 0.</param>
/// <param name="Center">The curve; null where a repetition has no error yet.</param>
/// <param name="Lower">The band's lower edge; null where there is no curve, and everywhere when there is only one repetition.</param>
/// <param name="Upper">The band's upper edge; null like the lower one.</param>
/// <param name="Repetitions">How many repetitions the curve sums up.</param>
/// <param name="Missing">How many ended and are not in it, because they failed or because none of their trials handed in an error.</param>
/// <param name="End">The cost by which all of its repetitions had ended: behind it the curve is held, not measured. Null when there is no repetition.</param>
public sealed record BandCurve(
    int Method,
    [property: JsonConverter(typeof(CompactNumbers))] double?[] Center,
    [property: JsonConverter(typeof(CompactNumbers))] double?[] Lower,
    [property: JsonConverter(typeof(CompactNumbers))] double?[] Upper,
    int Repetitions,
    int Missing,
    double? End);
