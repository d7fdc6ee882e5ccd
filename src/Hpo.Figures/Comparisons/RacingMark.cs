using System.Text.Json.Serialization;

namespace Hpo.Figures.Comparisons;

/// <summary>What a page has to know of the curve of a running method, to lead it on to where the method is by now.</summary>
/// <param name="Method">The method's place.</param>
/// <param name="Repetition">Which of its repetitions, from 0.</param>
/// <param name="Steps">How many of the curve's points are incumbents; behind them the last one holds.</param>
public sealed record RacingMark(
    [property: JsonPropertyName("method")] int Method,
    [property: JsonPropertyName("repetition")] int Repetition,
    [property: JsonPropertyName("steps")] int Steps);
