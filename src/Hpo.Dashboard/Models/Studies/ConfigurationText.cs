using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Studies;

/// <summary>A configuration as other programs take it, with all digits.</summary>
public static class ConfigurationText
{
    // names and choices may be in any language
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As a JSON object: <c>{ "learning_rate": 0.1, "optimizer": "adam" }</c>, a line each.</summary>
    public static string Json(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new JsonObject(configuration.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Node(entry.Value)))).ToJsonString(Options);
    }

    /// <summary>As arguments of a command line: <c>--learning_rate 0.1 --optimizer adam</c>, quoted for a POSIX shell where needed.</summary>
    public static string Arguments(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return string.Join(' ', configuration.Select(entry => $"{Quoted("--" + entry.Key)} {Quoted(entry.Value.ToString())}"));
    }

    private static JsonValue? Node(ParameterValue value) => value.Kind switch
    {
        ParameterKind.Boolean => JsonValue.Create(value.AsBoolean()),
        ParameterKind.Integer => JsonValue.Create(value.AsInteger()),
        ParameterKind.Real => JsonValue.Create(value.AsReal()),
        _ => JsonValue.Create(value.AsText()),
    };

    private static string Quoted(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "_-+./:=@%".Contains(letter, StringComparison.Ordinal)) ? text : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
