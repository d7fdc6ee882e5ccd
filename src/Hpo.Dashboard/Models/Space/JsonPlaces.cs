using System.Text;
using System.Text.Json;
using Hpo.Engine.Validation;

namespace Hpo.Dashboard.Models.Space;

/// <summary>Finds the line and column of a problem in the JSON text of a space.</summary>
internal static class JsonPlaces
{
    /// <summary>The problem with its place in a text that is well-formed JSON.</summary>
    public static JsonProblem Locate(Problem problem, string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        if (problem.Path.Length == 0 || Find(bytes, problem.Path) is not { } offset)
            return new JsonProblem(problem.ToString());
        var before = Encoding.UTF8.GetString(bytes.AsSpan(0, offset));
        var line = before.Count(letter => letter == '\n') + 1;
        return new JsonProblem(problem.ToString(), line, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }

    /// <summary>
    /// Where the value of the path's field starts, or its hyperparameter when the field is missing. The last one wins: of two equal
    /// names, it is the second that is wrong.
    /// </summary>
    private static int? Find(byte[] json, string path)
    {
        int? found = null;
        var field = "";
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            var name = reader.GetString()!;
            if (reader.CurrentDepth == 1)
            {
                var isHere = path == name || path.StartsWith(name + ".", StringComparison.Ordinal);
                field = isHere && path.Length > name.Length ? path[(name.Length + 1)..] : "";
                if (isHere)
                    found = (int)reader.TokenStartIndex;
            }
            else if (reader.CurrentDepth == 2 && field.Length > 0 && (name == field || (name == "upperExclusive" && field == "upper")))
            {
                reader.Read();
                found = (int)reader.TokenStartIndex;
            }
        }

        return found;
    }
}
