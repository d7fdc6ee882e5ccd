using System.Diagnostics;
using System.Text;
using Hpo.Dashboard.Live;
using Hpo.Figures;
using Hpo.Figures.Studies;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>The browser's model of a study, its charts and its words, run by Node on frames and words of this server: the *.test.mjs have the assertions.</summary>
public sealed class StudyModelTests
{
    /// <summary>The colours and the type of the page that charts.test.mjs plays.</summary>
    private static readonly FigureStyle Style = new()
    {
        Text = "#000000",
        Muted = "#555555",
        Line = "#cccccc",
        Surface = "#ffffff",
        Incumbent = "#0000ff",
        Trial = "#777777",
        Failed = "#ff0000",
        Methods = [],
        FontFamily = "sans-serif",
        FontSize = 13.6,
    };

    [Fact]
    public async Task Deltas_and_snapshots_lead_to_the_same_model_the_same_charts_and_the_same_words_in_the_browser()
    {
        using var folder = new TemporaryFolder();
        for (var seed = 1; seed <= 5; seed++)
            await WriteFramesAsync(Path.Combine(folder.Path, $"{seed}.json"), seed);

        using var words = new TemporaryFolder();
        var table = Path.Combine(words.Path, "words.json");
        await File.WriteAllTextAsync(table, WordsTable.Json);

        var (exitCode, output) = await RunNodeAsync(folder.Path, table);

        Assert.True(exitCode == 0, output);
        Assert.Contains("# fail 0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("# pass 0", output, StringComparison.Ordinal);
    }

    /// <summary>A study's way in deltas of random length, and the snapshot at the end of each.</summary>
    private static async Task WriteFramesAsync(string file, int seed)
    {
        var random = new Random(seed);
        var study = new ScriptedStudy();
        var events = StudyScript.Draw(seed, trials: 25);
        var steps = new StringBuilder("[");
        StudyMoment? moment = null;
        for (var done = 0; done < events.Count;)
        {
            var batch = events.Skip(done).Take(random.Next(1, 20)).ToList();
            study.Publish(batch);
            moment = new StudyMoment(study, new LiveOptions(), moment);
            steps.Append(done == 0 ? "" : ",")
                .Append($$"""{"delta":{{Text(moment.FrameAfter(done))}},"snapshot":{{Text(new StudyMoment(study, new LiveOptions()).FrameAfter(0))}},"figures":{{Figures(study)}}}""");
            done += batch.Count;
        }

        await File.WriteAllTextAsync(file, steps.Append(']').ToString());
    }

    /// <summary>The figures with all their points, as they are described from the log: the browser comes to the same ones from frames.</summary>
    private static string Figures(ScriptedStudy study)
    {
        var sight = new StudySight(study.Snapshot, study.Objective, study.Workers, study.ElapsedNow);
        return $$"""
            {"incumbent":{{FigureJson.Write(StudyFigures.Incumbent(sight, Style))}},"final":{{FigureJson.Write(StudyFigures.Incumbent(sight, Style, isFinal: true))}},
            "curves":{{FigureJson.Write(StudyFigures.Curves(sight, Style)!)}},"timeline":{{FigureJson.Write(StudyFigures.Timeline(sight, Style))}}}
            """;
    }

    private static string Text(EncodedFrame frame) => Encoding.UTF8.GetString(frame.Json.Span);

    private static async Task<(int ExitCode, string Output)> RunNodeAsync(string frames, string words)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--test");
        start.ArgumentList.Add("--test-reporter=tap");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Live"), "*.test.mjs"))
            start.ArgumentList.Add(file);
        start.Environment["HPO_MODULES"] = ModulesFolder();
        start.Environment["HPO_FRAMES"] = frames;
        start.Environment["HPO_WORDS"] = words;
        using var node = Process.Start(start)!;
        var output = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode, string.Concat(output));
    }

    private static string ModulesFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hpo.sln")))
                return Path.Combine(folder.FullName, "src", "Hpo.Dashboard", "wwwroot", "js", "charts");
        }

        throw new InvalidOperationException("There is no Hpo.sln above the tests.");
    }
}
