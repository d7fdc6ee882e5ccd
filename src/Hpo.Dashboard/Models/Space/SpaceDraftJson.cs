using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hpo.Engine.Space;
using Hpo.Engine.Space.Json;

namespace Hpo.Dashboard.Models.Space;

/// <summary>The other view of a draft: its space as JSON, in the engine's format. The initial configuration is no part of it.</summary>
internal static class SpaceDraftJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The draft's space. A text that cannot be read stands in it as a text, so that nothing typed is missing.</summary>
    public static string Write(SpaceDraft draft)
    {
        var domains = draft.Rows.Select(row => ParameterReading.Of(row).Domain).ToList();
        if (domains.TrueForAll(domain => domain is not null))
            return SpaceJson.Write([.. draft.Rows.Zip(domains, (row, domain) => new Parameter(row.Name, domain!))]);
        var members = draft.Rows.Zip(domains, (row, domain) => domain is null ? Spell(row) : Member(new Parameter(row.Name, domain)));
        return draft.Rows.IsEmpty ? "{}" : $"{{\n{string.Join(",\n", members)}\n}}";
    }

    /// <summary>
    /// The draft with the space of a JSON text, or what keeps the text from being one. Rows are known again by their names; one alone that has
    /// another name and the same domain was renamed. They keep their ids, initial values and, where it means the same, what was typed.
    /// </summary>
    public static (SpaceDraft? Draft, IReadOnlyList<JsonProblem> Problems) Read(string json, SpaceDraft before)
    {
        var (parameters, problems) = SpaceJson.Read(json);
        if (problems.Count == 0 && parameters.Count > ConfigSpace.MaxParameters)
            problems = ConfigSpace.FindProblems(parameters);
        if (problems.Count > 0)
            return (null, [.. problems.Select(problem => problem.Path.Length == 0 ? Unplaced(problem.Message, json) : JsonPlaces.Locate(problem, json))]);
        return (Merge(parameters, before), []);
    }

    /// <summary>What is wrong with a well-formed JSON text, or with the space it describes, each with its place.</summary>
    public static IReadOnlyList<JsonProblem> Problems(string json)
    {
        var (parameters, problems) = SpaceJson.Read(json);
        return [.. (problems.Count > 0 ? problems : ConfigSpace.FindProblems(parameters)).Select(problem => JsonPlaces.Locate(problem, json))];
    }

    private static JsonProblem Unplaced(string message, string json)
    {
        if (json.Length > SpaceJson.MaxLength)
            return new JsonProblem(message);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            return new JsonProblem(message);
        }
        catch (JsonException exception)
        {
            return new JsonProblem("This is not JSON.", (int?)exception.LineNumber + 1, (int?)exception.BytePositionInLine + 1);
        }
    }

    private static SpaceDraft Merge(IReadOnlyList<Parameter> parameters, SpaceDraft before)
    {
        var unclaimed = before.Rows.ToList();
        var claims = new ParameterDraft?[parameters.Count];
        for (var i = 0; i < parameters.Count; i++)
        {
            claims[i] = unclaimed.Find(row => row.Name == parameters[i].Name);
            if (claims[i] is { } row)
                unclaimed.Remove(row);
        }

        // several at once are others: which one would be which?
        var unknown = Enumerable.Range(0, parameters.Count).Where(i => claims[i] is null).ToList();
        if (unknown is [var only] && unclaimed is [var left] && ParameterReading.Of(left).Domain == parameters[only].Domain)
            claims[only] = left;
        var rows = ImmutableArray.CreateBuilder<ParameterDraft>(parameters.Count);
        var nextId = before.NextId;
        for (var i = 0; i < parameters.Count; i++)
        {
            rows.Add(claims[i] is not { } row
                ? New(nextId++, parameters[i])
                : (row.Name == parameters[i].Name ? row : row.With(SpaceField.Name, parameters[i].Name)).WithDomain(parameters[i].Domain));
        }

        return before with { Rows = rows.DrainToImmutable(), NextId = nextId };
    }

    private static ParameterDraft New(int id, Parameter parameter)
    {
        var row = ParameterDraft.Of(id, parameter, null);
        return ParameterReading.Of(row).SoundDomain is { } domain && row.Info.HasInitial
            ? row.With(SpaceField.Initial, DomainWriter.DefaultInitial(domain))
            : row;
    }

    private static string Member(Parameter parameter)
    {
        var json = SpaceJson.Write([parameter]);
        return json[(json.IndexOf('\n', StringComparison.Ordinal) + 1)..json.LastIndexOf('\n')].TrimEnd('\r');
    }

    /// <summary>A row with texts that cannot be read: numbers where they are, texts where they are not.</summary>
    private static string Spell(ParameterDraft row)
    {
        var domain = new JsonObject { ["type"] = row.Type.ToString().ToLowerInvariant() };
        foreach (var field in row.Info.Fields.Where(field => field != SpaceField.Step || row.Text.Step.Length > 0))
            domain[PropertyOf(field, row.Info)] = ValueText.ReadReal(row.Text[field], out var number) is null ? number : row.Text[field];
        var lines = new JsonObject { [row.Name] = domain }.ToJsonString(Indented).Split('\n');
        return string.Join('\n', lines[1..^1]);
    }

    private static string PropertyOf(SpaceField field, DomainTypeInfo type) => field switch
    {
        SpaceField.Lower => "lower",
        SpaceField.Upper => type.IsInteger ? "upperExclusive" : "upper",
        SpaceField.Step => "step",
        SpaceField.Constant => "value",
        _ => "values",
    };
}
