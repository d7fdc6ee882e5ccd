using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Definitions;

/// <summary>Comparison definitions as JSON, names in camel case. A property that does not exist is an error: it may be a slip of the pen.</summary>
public static class ComparisonDefinitionJson
{
    /// <summary>How definitions are written inside other JSON.</summary>
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    /// <summary>A definition as indented JSON.</summary>
    public static string Write(ComparisonDefinition definition) => JsonSerializer.Serialize(definition, Indented);

    /// <summary>The definition in a JSON text. Its values are not judged here: see <see cref="ComparisonRules"/>.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not that of a definition.</exception>
    public static ComparisonDefinition Read(string json)
    {
        var definition = JsonSerializer.Deserialize<ComparisonDefinition>(json, Options) ?? throw new JsonException("The text null is not a comparison definition.");
        // the serializer looks for null in properties, and not in lists
        return definition.Objectives.Contains(null!) || definition.Methods.Contains(null!)
            ? throw new JsonException("An objective or a method is null.")
            : definition;
    }
}
