using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Plotly.Blazor;

namespace Hpo.Figures;

/// <summary>A described figure as JSON, as plotly.js reads it: the same that the component draws, for pages and pictures without it.</summary>
public static class FigureJson
{
    /// <summary>How it is written.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // plotly's objects are written as null otherwise, and broken ones
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PolymorphicConverter<ITrace>(), new FigureNumbers(), new FigureViews() },
    };

    /// <summary>A figure as JSON.</summary>
    public static string Write(FigureDescription figure) => JsonSerializer.Serialize(figure, Options);
}
