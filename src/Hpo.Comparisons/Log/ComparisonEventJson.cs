using System.Text.Json;
using Hpo.Comparisons.Definitions;
using Hpo.Studies.Log;

namespace Hpo.Comparisons.Log;

/// <summary>Events of comparisons as JSON: a type name and a body, names in camel case, results as short arrays of numbers.</summary>
public static class ComparisonEventJson
{
    /// <summary>How events and results are written.</summary>
    internal static JsonSerializerOptions Options { get; } = new(ComparisonDefinitionJson.Options)
    {
        Converters = { new RepetitionResultJsonConverter(), new IncumbentStepJsonConverter() },
    };

    /// <summary>All of them.</summary>
    internal static EventJson<ComparisonEvent> Events { get; } = new(
    [
        typeof(ComparisonStarted), typeof(ComparisonRenamed), typeof(ComparisonResumed), typeof(RepetitionFinished), typeof(IncumbentChanged), typeof(ComparisonEnded),
    ], Options);

    /// <summary>The body of an event.</summary>
    public static string WriteBody(ComparisonEvent comparisonEvent) => Events.Write(comparisonEvent);

    /// <summary>The event of a type name and a body.</summary>
    /// <exception cref="InvalidDataException">They are not those of an event.</exception>
    public static ComparisonEvent Read(string typeName, string body) => Events.Read(typeName, body);
}
