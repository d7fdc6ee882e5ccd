using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hpo.Engine.Space.Json;

/// <summary>Values as JSON scalars. A real number is always written with a point or an exponent (<c>1.0</c>), an integer never, so that both come back in kind.</summary>
public sealed class ParameterValueJsonConverter : JsonConverter<ParameterValue>
{
    /// <inheritdoc/>
    public override ParameterValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => ParameterValue.FromText(reader.GetString()!),
        JsonTokenType.True => ParameterValue.FromBoolean(true),
        JsonTokenType.False => ParameterValue.FromBoolean(false),
        JsonTokenType.Number => ReadNumber(ref reader),
        _ => throw new JsonException("A value is a number, a text, true or false."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ParameterValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case ParameterKind.Text: writer.WriteStringValue(value.AsText()); break;
            case ParameterKind.Boolean: writer.WriteBooleanValue(value.AsBoolean()); break;
            case ParameterKind.Integer: writer.WriteNumberValue(value.AsInteger()); break;
            default: writer.WriteRawValue(RealText(value)); break;
        }
    }

    private static string RealText(ParameterValue value)
    {
        if (!double.IsFinite(value.AsReal()))
            throw new JsonException($"The value {value} has no place in JSON.");
        var text = value.ToString();
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static ParameterValue ReadNumber(ref Utf8JsonReader reader)
    {
        var isWhole = !reader.ValueSpan.ContainsAny((byte)'.', (byte)'e', (byte)'E');
        if (isWhole && reader.TryGetInt64(out var integer) && NumericRules.IsInteger(integer))
            return ParameterValue.FromInteger(integer);
        var number = reader.GetDouble();
        return double.IsFinite(number) ? ParameterValue.FromReal(number) : throw new JsonException("The number is too large.");
    }
}
