using System.Text.Json;
using System.Text.RegularExpressions;
using Hpo.Comparisons.Log;
using Hpo.Studies.Log;

namespace Hpo.Cli.Tests;

/// <summary>The commands, as a person types them.</summary>
public sealed partial class CommandTests : IDisposable
{
    private const string Definition = """
        {
          "name": "= a \"branin\"", "objective": { "type": "branin" },
          "space": { "x1": { "type": "uniform", "lower": -5, "upper": 10 }, "x2": { "type": "uniform", "lower": 0, "upper": 15 } },
          "searcher": { "type": "random" }, "scheduler": { "type": "fifo" }, "stop": { "trials": 3 }, "seed": 7
        }
        """;

    private readonly TemporaryFolder _data = new(), _other = new(), _files = new();

    public void Dispose()
    {
        _data.Dispose();
        _other.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_study_is_run_listed_shown_exported_and_opened_in_another_folder()
    {
        var run = await RunAsync("run", Write("study.json", Definition));
        Assert.Equal((0, true), (run.Code, run.Errors.EndsWith('\n')));
        Assert.Matches(Progress(), run.Errors);
        var id = StudyId().Match(run.Output).Groups[1].Value;

        var list = await RunAsync("list");
        Assert.Contains($"{id}  = a \"branin\"  Completed", list.Output, StringComparison.Ordinal);
        using var all = JsonDocument.Parse((await RunAsync("list", "--json")).Output);
        Assert.Equal((id, 3), (all.RootElement[0].GetProperty("id").GetString(), all.RootElement[0].GetProperty("trialsEnded").GetInt32()));

        var show = await RunAsync("show", id, "--best", "2");
        Assert.Contains("searcher   random", show.Output, StringComparison.Ordinal);
        Assert.Equal(2, show.Output.Split('\n').Count(line => line.Contains("Completed", StringComparison.Ordinal) && !line.StartsWith("status", StringComparison.Ordinal)));

        var csv = await RunAsync("export", id, "--format", "csv");
        Assert.Equal(4, csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        using var json = JsonDocument.Parse((await RunAsync("export", id, "--format", "json")).Output);
        Assert.Equal(3, json.RootElement.GetProperty("trials").GetArrayLength());
        Assert.Contains("new RandomSearcher(space, initial, seed)", (await RunAsync("export", id, "--format", "program")).Output, StringComparison.Ordinal);

        var file = Path.Combine(_files.Path, "travels.jsonl");
        Assert.Equal(0, (await RunAsync("export", id, "-o", file)).Code);
        var import = await HpoProgram.RunAsync(_other.Path, "import", file);
        Assert.Equal(0, import.Code);
        var there = await HpoProgram.RunAsync(_other.Path, "export", import.Output.Trim());
        Assert.Equal(await File.ReadAllTextAsync(file), there.Output);

        var verify = await HpoProgram.RunAsync(_other.Path, "verify");
        Assert.Equal((0, true), (verify.Code, verify.Output.StartsWith("1 studies, ", StringComparison.Ordinal)));
        Assert.Equal(0, (await HpoProgram.RunAsync(_other.Path, "compact")).Code);
    }

    [Fact]
    public async Task Verify_finds_a_comparison_that_cannot_be_read()
    {
        var path = Path.Combine(_data.Path, DatabaseFile.Name);
        _ = new ComparisonDatabase(path);
        new DatabaseFile(path).Use(connection => DatabaseFile.Execute(connection, "INSERT INTO comparison VALUES ('odd', '2026-11-26'); INSERT INTO comparison_event VALUES ('odd', 1, 'nonsense', '{}')"));

        var verify = await RunAsync("verify");
        Assert.Equal(1, verify.Code);
        Assert.Contains("comparison odd, event 1: ", verify.Output, StringComparison.Ordinal);
        Assert.Contains("1 comparisons, 1 events: 1 problems.", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exported_definition_makes_the_same_suggestions_and_options_take_the_place_of_its_values()
    {
        var first = await HpoProgram.RunWithInputAsync(_data.Path, Definition, "run", "-", "--json");
        var list = await RunAsync("list", "--json");
        using var all = JsonDocument.Parse(list.Output);
        var definition = await RunAsync("export", all.RootElement[0].GetProperty("id").GetString()!, "--format", "definition");

        var again = await HpoProgram.RunWithInputAsync(_data.Path, definition.Output, "run", "-", "--json", "--trials", "4");
        var other = await HpoProgram.RunWithInputAsync(_data.Path, definition.Output, "run", "-", "--json", "--seed", "8", "--workers", "2");

        Assert.Equal(3, Configurations(first.Output).Count);
        Assert.Equal(Configurations(first.Output), Configurations(again.Output).Take(3));
        Assert.Equal(4, Configurations(again.Output).Count);
        Assert.NotEqual(Configurations(first.Output), Configurations(other.Output));
    }

    [Fact]
    public async Task A_run_that_was_killed_goes_on()
    {
        using (var program = HpoProgram.Start(_data.Path, "run", Write("study.json", Definition), "--trials", "100"))
        {
            await program.ProgressAsync();
            program.Kill();
            await program.EndAsync();
        }

        using var all = JsonDocument.Parse((await RunAsync("list", "--json")).Output);
        Assert.Equal("interrupted", all.RootElement[0].GetProperty("outcome").GetString());
        using var resumed = HpoProgram.Start(_data.Path, "resume", all.RootElement[0].GetProperty("id").GetString()!);
        var end = await resumed.EndAsync();
        Assert.Equal(0, end.Code);
        Assert.Contains("100 of 100 trials ended", end.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("verify")).Code);
    }

    [Fact]
    public async Task Ctrl_C_lets_running_trials_come_to_their_end()
    {
        using var program = HpoProgram.Start(_data.Path, "run", Write("study.json", Definition), "--trials", "10000");
        await program.ProgressAsync();
        program.Interrupt();
        var end = await program.EndAsync();
        Assert.Equal(0, end.Code);
        Assert.Contains("No more trials are started", end.Errors, StringComparison.Ordinal);
        Assert.Contains(": Stopped.", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_told_to_end_interrupts_its_study_also_when_it_does_not_hear_Ctrl_C()
    {
        using var program = HpoProgram.StartDeaf(_data.Path, "run", Write("study.json", Definition), "--trials", "100000");
        await program.ProgressAsync();
        program.Interrupt();
        program.Terminate();
        var end = await program.EndAsync();

        Assert.Equal(1, end.Code);
        Assert.Contains("Interrupted: hpo resume ", end.Errors, StringComparison.Ordinal);
        using var all = JsonDocument.Parse((await RunAsync("list", "--json")).Output);
        Assert.Equal("interrupted", all.RootElement[0].GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData(2, "dance")]
    [InlineData(2, "list", "--dance")]
    [InlineData(2, "run")]
    [InlineData(2, "run", "study.json", "--trials", "many")]
    [InlineData(3, "run", "there/is/no/such/file.json")]
    [InlineData(2, "show", "nonesuch")]
    [InlineData(2, "resume", "../../etc/passwd")]
    [InlineData(2, "export", "nonesuch")]
    [InlineData(2, "export", "nonesuch", "--format", "pdf")]
    [InlineData(3, "import", "there/is/no/such/file.jsonl")]
    [InlineData(3, "list", "--data", "/dev/null/folder")]
    [InlineData(2, "list", "--data-set", "/there/is/no/such/folder")]
    public async Task What_is_not_possible_is_answered_in_words(int code, params string[] args)
    {
        var end = await RunAsync(args);
        Assert.Equal(code, end.Code);
        Assert.NotEqual("", end.Errors.Trim());
        Assert.DoesNotContain("   at ", end.Errors + end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", end.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "not the JSON of a study definition")]
    [InlineData("null", "not the JSON of a study definition")]
    [InlineData("{ \"name\": 1 }", "not the JSON of a study definition")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "not the JSON of a study definition")]
    public async Task A_definition_that_is_none_is_answered_in_words(string text, string words)
    {
        var end = await HpoProgram.RunWithInputAsync(_data.Path, text, "run", "-");
        Assert.Equal(2, end.Code);
        Assert.Contains(words, end.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_with_problems_is_answered_with_all_of_them_and_a_damaged_file_with_its_line()
    {
        var run = await HpoProgram.RunWithInputAsync(_data.Path, Definition.Replace("\"branin\" }", "\"brainin\" }", StringComparison.Ordinal), "run", "-", "--workers", "1000");
        Assert.Equal(2, run.Code);
        Assert.Contains("workers: 1,000 workers are too many", run.Errors, StringComparison.Ordinal);
        Assert.Contains("objective: This program has no objective called \"brainin\"", run.Errors, StringComparison.Ordinal);

        var import = await HpoProgram.RunWithInputAsync(_data.Path, "{\"format\":\"hpo-study\",\"version\":9}\n", "import", "-");
        Assert.Equal((2, "line 1: The file is of version 9; this program reads version 1.\n"), (import.Code, import.Errors));
    }

    private static List<string> Configurations(string events) =>
    [
        .. events.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("type").GetString() == "trialStarted").Select(line => line.GetProperty("body").GetProperty("configuration").GetRawText()),
    ];

    private Task<HpoProgram.Ended> RunAsync(params string[] args) => HpoProgram.RunAsync(_data.Path, args);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_files.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    [GeneratedRegex(@"3 of 3 trials ended · best [0-9.]+ · [0-9.]+ m?s\n")]
    private static partial Regex Progress();

    [GeneratedRegex(@"^Study ([a-z0-9]{8}): Completed\.")]
    private static partial Regex StudyId();
}
