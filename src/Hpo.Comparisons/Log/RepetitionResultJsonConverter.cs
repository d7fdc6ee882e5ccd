using System.Text.Json;
using System.Text.Json.Serialization;
using Hpo.Comparisons.Curves;

namespace Hpo.Comparisons.Log;

/// <summary>Writes results as <see cref="ResultJson"/> says.</summary>
internal sealed class RepetitionResultJsonConverter : JsonConverter<RepetitionResult>
{
    /// <inheritdoc/>
    public override RepetitionResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<ResultJson>(ref reader, options)?.ToResult() ?? throw new JsonException("The text null is not a result.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RepetitionResult value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, ResultJson.From(value), options);
}
