using Hpo.Comparisons.Exports;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Models;

namespace Hpo.Dashboard.Hosting;

/// <summary>Comparisons as files: <c>/comparisons/{id}/export.json</c> and <c>/comparisons/{id}/export.csv</c>.</summary>
public static class ComparisonExports
{
    public static void MapComparisonExports(this WebApplication app)
    {
        app.MapGet("/comparisons/{id}/export.json", (string id, ComparisonService comparisons) => comparisons.Find(id) is { Snapshot: var snapshot }
            ? Results.Stream(stream => ComparisonExport.WriteJsonAsync(id, snapshot, stream), "application/json", FileName.Safe(snapshot.Name, "comparison") + ".json")
            : Results.NotFound());
        app.MapGet("/comparisons/{id}/export.csv", (string id, ComparisonService comparisons) => comparisons.Find(id) is { Snapshot: var snapshot }
            ? Results.Stream(stream => WriteCsvAsync(snapshot, comparisons, stream), "text/csv; charset=utf-8", FileName.Safe(snapshot.Name, "comparison") + ".csv")
            : Results.NotFound());
    }

    private static async Task WriteCsvAsync(ComparisonSnapshot snapshot, ComparisonService comparisons, Stream stream)
    {
        using var text = new StringWriter();
        ComparisonExport.WriteCsv(snapshot, type => comparisons.Catalog.Objectives.Find(type)?.Name ?? type, text);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text.ToString());
    }
}
