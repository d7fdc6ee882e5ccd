using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hpo.Engine.Space.Json;

/// <summary>Configurations as JSON objects, in order: <c>{"learning_rate": 0.1, "batch_size": 128}</c>.</summary>
public sealed class ConfigurationJsonConverter : JsonConverter<Configuration>
{
    private static readonly ParameterValueJsonConverter Values = new();

    /// <inheritdoc/>
    public override Configuration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A configuration is a JSON object that gives each hyperparameter its value.");
        var entries = new List<KeyValuePair<string, ParameterValue>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (entries.Exists(entry => entry.Key == name))
                throw new JsonException($"The configuration gives {name} two values.");
            if (entries.Count == ConfigSpace.MaxParameters)
                throw new JsonException($"The configuration has more than {ConfigSpace.MaxParameters} values.");
            entries.Add(KeyValuePair.Create(name, Values.Read(ref reader, typeof(ParameterValue), options)));
        }

        return new Configuration(entries);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Configuration value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, entry) in value)
        {
            writer.WritePropertyName(name);
            Values.Write(writer, entry, options);
        }

        writer.WriteEndObject();
    }
}
