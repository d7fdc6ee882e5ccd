using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hpo.Dashboard.Live;

/// <summary>Puts a frame's bytes into the hub's message as they are: a viewer more costs a copy, not an encoding.</summary>
public sealed class EncodedFrameJsonConverter : JsonConverter<EncodedFrame>
{
    /// <inheritdoc/>
    public override EncodedFrame Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Frames go from the server to the browser only.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EncodedFrame value, JsonSerializerOptions options) =>
        // our own writer made these bytes: checking them again for every viewer would be the cost this class avoids
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}
