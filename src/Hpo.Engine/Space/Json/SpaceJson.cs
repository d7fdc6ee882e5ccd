using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Space.Json;

/// <summary>
/// Spaces as JSON: an object that gives each hyperparameter, in order, its domain. Every domain names its type, and the upper bounds of
/// integers, which are not included, are called so:
/// <c>{"learning_rate": {"type": "loguniform", "lower": 0.01, "upper": 1}, "batch_size": {"type": "randint", "lower": 32, "upperExclusive": 256}}</c>.
/// </summary>
public static class SpaceJson
{
    /// <summary>The largest number of characters that <see cref="Read(string)"/> looks at.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>Three levels are used; the rest lets a domain's wrong property be named.</summary>
    private const int MaxDepth = 8;

    /// <summary>
    /// A surrogate without its partner, in the text or escaped, is not a character and cannot be read as text; the reader throws when
    /// it comes to it.
    /// </summary>
    private static readonly Problem HalfCharacter = new("", "The text contains half a character (a UTF-16 surrogate without its partner).");

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What keeps a space from being written as JSON: domains that are not the engine's own. The paths are hyperparameters' names.</summary>
    public static IEnumerable<Problem> FindProblems(IEnumerable<Parameter> parameters) =>
        from parameter in parameters
        let reason = DomainJson.Refuse(parameter.Domain)
        where reason is not null
        select new Problem(parameter.Name, reason);

    /// <summary>The hyperparameters as indented JSON. Bounds must be finite.</summary>
    /// <exception cref="NotSupportedException">A domain is not the engine's own: see <see cref="FindProblems"/>.</exception>
    public static string Write(IReadOnlyList<Parameter> parameters)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented))
            Write(writer, parameters);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>
    /// The hyperparameters of a JSON text, and what is wrong with it; nothing is thrown whatever the text. Bounds are not judged here: see
    /// <see cref="ConfigSpace.FindProblems"/>.
    /// </summary>
    public static (IReadOnlyList<Parameter> Parameters, IReadOnlyList<Problem> Problems) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > MaxLength)
            return ([], [new Problem("", $"The text has {json.Length:N0} characters: at most {MaxLength:N0} are allowed.")]);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            return ([], [new Problem("", $"This is not JSON, or it is nested too deeply (line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}).")]);
        }
        catch (ArgumentException)
        {
            return ([], [HalfCharacter]);
        }
    }

    internal static (IReadOnlyList<Parameter> Parameters, IReadOnlyList<Problem> Problems) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return ([], [new Problem("", "A space is a JSON object that gives each hyperparameter its domain.")]);
        if (root.GetPropertyCount() is > ConfigSpace.MaxParameters and var count)
            return ([], [new Problem("", $"{count} hyperparameters are too many: at most {ConfigSpace.MaxParameters} are allowed.")]);
        try
        {
            return ReadParameters(root);
        }
        catch (InvalidOperationException)
        {
            return ([], [HalfCharacter]);
        }
    }

    private static (IReadOnlyList<Parameter> Parameters, IReadOnlyList<Problem> Problems) ReadParameters(JsonElement root)
    {
        var parameters = new List<Parameter>();
        var problems = new List<Problem>();
        foreach (var property in root.EnumerateObject())
        {
            var found = new List<Problem>();
            if (DomainJson.Read(property.Value, found) is { } domain)
                parameters.Add(new Parameter(property.Name, domain));
            problems.AddRange(found.Select(problem => problem.Within(property.Name)));
        }

        return (parameters, problems);
    }

    internal static void Write(Utf8JsonWriter writer, IEnumerable<Parameter> parameters)
    {
        writer.WriteStartObject();
        foreach (var (name, domain) in parameters)
        {
            writer.WritePropertyName(name);
            DomainJson.Write(writer, domain);
        }

        writer.WriteEndObject();
    }
}
