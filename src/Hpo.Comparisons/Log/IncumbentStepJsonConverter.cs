using System.Text.Json;
using System.Text.Json.Serialization;
using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Log;

/// <summary>Writes a step as four numbers: seconds, trials, epochs, error.</summary>
internal sealed class IncumbentStepJsonConverter : JsonConverter<IncumbentStep>
{
    /// <inheritdoc/>
    public override IncumbentStep Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ResultJson.ReadStep(JsonSerializer.Deserialize<double[]>(ref reader, options));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IncumbentStep value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, ResultJson.Write(value), options);
}
