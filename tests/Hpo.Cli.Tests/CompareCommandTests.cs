using Hpo.Catalog;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Catalog;
using Hpo.Training.Data;

namespace Hpo.Cli.Tests;

/// <summary><c>hpo compare</c>, beside another process on the same folder.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private const int Trials = 60, Repetitions = 60;

    private static readonly string Definition = $$"""
        {
          "name": "a comparison", "objectives": ["branin"], "repetitions": {{Repetitions}}, "budget": { "trials": {{Trials}} }, "seed": 7,
          "methods": [
            { "name": "Random search", "searcher": { "type": "random" }, "scheduler": { "type": "fifo" } },
            { "name": "TPE", "searcher": { "type": "tpe" }, "scheduler": { "type": "fifo" } }
          ]
        }
        """;

    private static readonly StudyCatalog Catalog = StandardCatalog.Create(new FashionMnistSource(new FashionMnistOptions()));

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_comparison_runs_to_its_end_and_can_be_verified()
    {
        var end = await HpoProgram.RunWithInputAsync(_data.Path, Definition.Replace("\"repetitions\": 60", "\"repetitions\": 2", StringComparison.Ordinal), "compare", "-");
        Assert.Equal(0, end.Code);
        Assert.Contains("4 of 4 runs finished", end.Errors, StringComparison.Ordinal);
        Assert.Contains("All repetitions have run.", end.Output, StringComparison.Ordinal);
        Assert.Contains("1 comparisons, ", (await HpoProgram.RunAsync(_data.Path, "verify")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_process_ran_is_taken_over_and_finished_by_another_with_exactly_its_trials()
    {
        using var watching = new ComparisonService(_data.Path, Catalog);
        using (var program = HpoProgram.Start(_data.Path, "compare", Write(Definition)))
        {
            await Until(() => watching.List() is [{ Done: > 2 }]);
            program.Kill();
            await program.EndAsync();
        }

        var comparison = watching.Find(watching.List()[0].Id)!;
        await Until(() => comparison.Snapshot.CanResume);
        var before = comparison.Snapshot.Results;
        Assert.InRange(before.Count, 3, (2 * Repetitions) - 1);
        Assert.Equal(ComparisonOutcome.Interrupted, comparison.Snapshot.Outcome);

        var resumed = await HpoProgram.RunAsync(_data.Path, "compare", "--resume", comparison.Id);
        Assert.Equal((0, ""), (resumed.Code, resumed.Errors.Contains("fault", StringComparison.Ordinal) ? resumed.Errors : ""));
        await Until(() => comparison.Snapshot.Outcome == ComparisonOutcome.Finished);
        var results = comparison.Snapshot.Results;
        Assert.Equal(before, results.Take(before.Count));
        Assert.Equal(2 * Repetitions, results.Count);
        Assert.Equal(2 * Repetitions, results.Select(result => (result.Method, result.Repetition)).Distinct().Count());
        Assert.All(results, result => Assert.Equal(Trials, result.EndTrials));
        Assert.Equal(0, (await HpoProgram.RunAsync(_data.Path, "verify")).Code);

        // as if nothing had happened
        var whole = watching.Repeat(comparison.Id)!;
        await Until(() => whole.Snapshot.HasEnded);
        Assert.True(whole.Snapshot.SameAsOriginal);
    }

    [Fact]
    public async Task Ctrl_C_keeps_what_has_finished()
    {
        using var watching = new ComparisonService(_data.Path, Catalog);
        using var program = HpoProgram.Start(_data.Path, "compare", Write(Definition));
        await Until(() => watching.List() is [{ Done: > 0 }]);
        program.Interrupt();
        var end = await program.EndAsync();
        Assert.Equal(1, end.Code);
        Assert.Contains("Cancelled; what had finished is kept.", end.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "not the JSON of a comparison definition", "-")]
    [InlineData("", "Name either", "-", "--resume", "abc")]
    [InlineData("", "Name either")]
    [InlineData("", "There is no comparison nonesuch", "--resume", "nonesuch")]
    public async Task What_is_not_possible_is_answered_in_words(string input, string words, params string[] args)
    {
        var end = await HpoProgram.RunWithInputAsync(_data.Path, input, ["compare", .. args]);
        Assert.Equal(2, end.Code);
        Assert.Contains(words, end.Errors, StringComparison.Ordinal);
    }

    private static async Task Until(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!isSo())
            await Task.Delay(10, patience.Token);
    }

    private string Write(string text)
    {
        var path = Path.Combine(_data.Path, "comparison.json");
        File.WriteAllText(path, text);
        return path;
    }
}
