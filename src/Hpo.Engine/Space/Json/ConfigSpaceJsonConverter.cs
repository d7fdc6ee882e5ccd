using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hpo.Engine.Space.Json;

/// <summary>Spaces inside larger JSON documents, in the format of <see cref="SpaceJson"/>.</summary>
public sealed class ConfigSpaceJsonConverter : JsonConverter<ConfigSpace>
{
    /// <inheritdoc/>
    public override ConfigSpace Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var (parameters, problems) = SpaceJson.Read(document.RootElement);
        if (problems.Count == 0)
            problems = ConfigSpace.FindProblems(parameters);
        return problems.Count == 0
            ? new ConfigSpace(parameters)
            : throw new JsonException(string.Join(' ', problems));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConfigSpace value, JsonSerializerOptions options) =>
        SpaceJson.Write(writer, value.Parameters);
}
