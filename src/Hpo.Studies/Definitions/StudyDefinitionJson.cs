using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hpo.Studies.Definitions;

/// <summary>Study definitions as JSON, property names in camel case.</summary>
public static class StudyDefinitionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    /// <summary>A definition as indented JSON.</summary>
    public static string Write(StudyDefinition definition) => JsonSerializer.Serialize(definition, Options);

    /// <summary>A definition as part of a larger JSON text.</summary>
    public static void Write(Utf8JsonWriter writer, StudyDefinition definition) => JsonSerializer.Serialize(writer, definition, Options);

    /// <summary>The definition in a JSON text. Its values are not judged here: see <see cref="StudyDefinitionRules"/>.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not that of a definition.</exception>
    public static StudyDefinition Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<StudyDefinition>(json, Options)?.WithPlainNames() ?? throw new JsonException("The text null is not a study definition.");
        }
        // so the reader answers a surrogate without its partner, in the text or escaped
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new JsonException("The text contains half a character (a UTF-16 surrogate without its partner), or something else that is no text.", exception);
        }
    }
}
