using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Hpo.Figures;

/// <summary>Writes the views of a figure, whose layouts are alike: of those after the first, what they have otherwise than it; null for what they have not.</summary>
internal sealed class FigureViews : JsonConverter<IReadOnlyList<FigureView>>
{
    public override IReadOnlyList<FigureView> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Figures are written, and read by pages.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<FigureView> value, JsonSerializerOptions options)
    {
        JsonObject? first = null;
        writer.WriteStartArray();
        foreach (var view in value)
        {
            var json = JsonSerializer.SerializeToNode(view, options)!.AsObject();
            var layout = json["layout"]!.AsObject();
            if (first is null)
                first = layout;
            else
                Shorten(layout, first);
            json.WriteTo(writer, options);
        }

        writer.WriteEndArray();
    }

    private static void Shorten(JsonObject layout, JsonObject first)
    {
        foreach (var (name, part) in first)
        {
            if (!layout.TryGetPropertyValue(name, out var own))
                layout[name] = null;
            else if (JsonNode.DeepEquals(own, part))
                layout.Remove(name);
        }
    }
}
