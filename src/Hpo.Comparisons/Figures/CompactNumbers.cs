using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hpo.Comparisons.Figures;

/// <summary>Writes the numbers of a chart with seven significant digits, which halves the message and moves nothing by a pixel; what is not finite is null.</summary>
public sealed class CompactNumbers : JsonConverter<double?[]>
{
    /// <inheritdoc/>
    public override double?[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = new List<double?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(reader.TokenType == JsonTokenType.Null ? null : reader.GetDouble());
        return [.. values];
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double?[] value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var number in value)
        {
            if (number is { } finite && double.IsFinite(finite))
                writer.WriteRawValue(finite.ToString("G7", CultureInfo.InvariantCulture), skipInputValidation: true);
            else
                writer.WriteNullValue();
        }

        writer.WriteEndArray();
    }
}
