using System.Text.Json;
using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Exports;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Log;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Exports;

public sealed class ComparisonExportTests
{
    private static readonly ComparisonSnapshot Comparison = Of(Definition, Result(1, 0), Result(0, 1) with { Steps = [], Outcome = RepetitionOutcome.Failed }, Result());

    [Fact]
    public void The_table_has_a_row_a_step_and_one_for_the_end_whatever_arrived_first()
    {
        var (first, second) = (RepetitionStudies.SeedOf(Definition, 0), RepetitionStudies.SeedOf(Definition, 1));
        Assert.Equal(
            [
                "objective,method,repetition,seed,seconds,trials,epochs,error,outcome",
                $"Curves,Random search,1,{first},1.1,1,10,0.5,",
                $"Curves,Random search,1,{first},3.3,3,30,0.25,",
                $"Curves,Random search,1,{first},6.6,6,60,0.25,Completed",
                $"Curves,Random search,2,{second},6.6,6,60,,Failed",
                $"Curves,Local search,1,{first},1.1,1,10,0.5,",
                $"Curves,Local search,1,{first},3.3,3,30,0.25,",
                $"Curves,Local search,1,{first},6.6,6,60,0.25,Completed",
                "",
            ],
            Csv(Comparison).Split("\r\n"));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("plain", "plain")]
    public void A_name_is_text_and_never_a_formula(string name, string field)
    {
        var comparison = Of(Definition with { Methods = [RandomSearch with { Name = name }, LocalSearch] }, Result());
        Assert.Equal(field, Csv(comparison).Split("\r\n")[1]["Curves,".Length..^$",1,{RepetitionStudies.SeedOf(Definition, 0)},1.1,1,10,0.5,".Length]);
    }

    [Fact]
    public async Task The_document_holds_a_definition_that_can_be_started_again_and_exact_results()
    {
        using var stream = new MemoryStream();
        await ComparisonExport.WriteJsonAsync("abc", Comparison, stream);
        using var document = JsonDocument.Parse(stream.ToArray());

        Assert.Equal("abc", document.RootElement.GetProperty("id").GetString());
        var definition = ComparisonDefinitionJson.Read(document.RootElement.GetProperty("definition").GetRawText());
        Assert.Equal(ComparisonDefinitionJson.Write(Definition), ComparisonDefinitionJson.Write(definition));
        var results = document.RootElement.GetProperty("results").Deserialize<RepetitionResult[]>(ComparisonEventJson.Options)!;
        Assert.True(SameResults.Are(Comparison.Results, results));
    }

    private static string Csv(ComparisonSnapshot comparison)
    {
        using var text = new StringWriter();
        ComparisonExport.WriteCsv(comparison, _ => "Curves", text);
        return text.ToString();
    }

    private static ComparisonSnapshot Of(ComparisonDefinition definition, params RepetitionResult[] results) => ComparisonFold.Fold(
    [
        new(1, new ComparisonStarted(DateTimeOffset.UnixEpoch, definition, "1", "here")),
        .. results.Select((result, i) => new LoggedEvent<ComparisonEvent>(i + 2, new RepetitionFinished(result, 1))),
    ]);
}
