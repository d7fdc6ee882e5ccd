using System.Text.Json;
using Hpo.Comparisons.Definitions;

namespace Hpo.Comparisons.Log;

/// <summary>Events of comparisons as JSON: a type name and a body, names in camel case, results as short arrays of numbers.</summary>
public static class ComparisonEventJson
{
    private static readonly Dictionary<string, Type> Types = new[]
    {
        typeof(ComparisonStarted), typeof(ComparisonRenamed), typeof(ComparisonResumed), typeof(RepetitionFinished), typeof(IncumbentChanged),
        typeof(ComparisonEnded),
    }.ToDictionary(TypeName);

    /// <summary>How events and results are written.</summary>
    internal static JsonSerializerOptions Options { get; } = new(ComparisonDefinitionJson.Options)
    {
        Converters = { new RepetitionResultJsonConverter(), new IncumbentStepJsonConverter() },
    };

    /// <summary>The name under which an event's type is stored: that of its record, in camel case.</summary>
    public static string TypeName(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return JsonNamingPolicy.CamelCase.ConvertName(type.Name);
    }

    /// <summary>The body of an event.</summary>
    public static string WriteBody(ComparisonEvent comparisonEvent)
    {
        ArgumentNullException.ThrowIfNull(comparisonEvent);
        return JsonSerializer.Serialize(comparisonEvent, comparisonEvent.GetType(), Options);
    }

    /// <summary>The event of a type name and a body.</summary>
    /// <exception cref="InvalidDataException">They are not those of an event.</exception>
    public static ComparisonEvent Read(string typeName, string body)
    {
        if (!Types.TryGetValue(typeName, out var type))
            throw new InvalidDataException($"There is no event of a comparison of type {typeName}.");
        try
        {
            return (ComparisonEvent)JsonSerializer.Deserialize(body, type, Options)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The body of an event of type {typeName} is damaged: {exception.Message}", exception);
        }
    }
}
