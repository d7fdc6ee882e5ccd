using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hpo.Figures;

/// <summary>Writes the numbers of a figure with seven significant digits, which halves the message and moves nothing by a pixel; what is not finite is null.</summary>
internal sealed class FigureNumbers : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
            writer.WriteRawValue(value.ToString("G7", CultureInfo.InvariantCulture), skipInputValidation: true);
        else
            writer.WriteNullValue();
    }
}
