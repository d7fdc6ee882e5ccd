using Hpo.Comparisons.Exports;
using Hpo.Comparisons.Running;

namespace Hpo.Dashboard.Hosting;

/// <summary>Comparisons as files: <c>/comparisons/{id}/export.json</c> and <c>/comparisons/{id}/export.csv</c>.</summary>
public static class ComparisonExports
{
    private const int MaxNameLength = 60;

    public static void MapComparisonExports(this WebApplication app)
    {
        app.MapGet("/comparisons/{id}/export.json", (string id, ComparisonService comparisons) => comparisons.Find(id) is { Snapshot: var snapshot }
            ? Results.Stream(stream => ComparisonExport.WriteJsonAsync(id, snapshot, stream), "application/json", FileName(snapshot.Name, "json"))
            : Results.NotFound());
        app.MapGet("/comparisons/{id}/export.csv", (string id, ComparisonService comparisons) => comparisons.Find(id) is { Snapshot: var snapshot }
            ? Results.Stream(stream => WriteCsvAsync(snapshot, comparisons, stream), "text/csv; charset=utf-8", FileName(snapshot.Name, "csv"))
            : Results.NotFound());
    }

    /// <summary>A comparison's name as that of a file: letters, digits and single hyphens, whatever it was.</summary>
    internal static string FileName(string name, string extension)
    {
        var words = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var file = string.Join('-', words);
        file = file.Length > MaxNameLength ? file[..MaxNameLength].TrimEnd('-') : file;
        return $"{(file.Length > 0 ? file : "comparison")}.{extension}";
    }

    private static async Task WriteCsvAsync(ComparisonSnapshot snapshot, ComparisonService comparisons, Stream stream)
    {
        using var text = new StringWriter();
        ComparisonExport.WriteCsv(snapshot, type => comparisons.Catalog.Objectives.Find(type)?.Name ?? type, text);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text.ToString());
    }
}
