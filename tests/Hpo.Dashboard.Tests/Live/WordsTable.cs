using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Models.Studies;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Views;
using Hpo.Studies.Wording;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>What C# calls every status and how it writes numbers and times, case by case: words.test.mjs holds the browser's scripts against it.</summary>
internal static class WordsTable
{
    private static readonly double[] Numbers =
    [
        0, 1, 0.12345, 0.99996, 9.9996, 12.344, 1234567, 9999500, 12345678, 1.2346e-7, 0.00012345, 0.000099995, -0.5, 1e-12, 3.5e20, 0.1 + 0.2, 0.045, 2.675, 123456, 99999.6, 1e15, 12345.6, 1234.5, 0.15625, 2.5, 100000, 0.00005,
    ];

    private static readonly double[] Seconds =
    [
        0, 0.0000004, 0.0000321, 0.0032, 0.0099, 0.00994, 0.00996, 0.00095, 0.000999, 0.5, 0.125, 12.35, 12.75, 0.42, 0.995, 1.005, 4.39, 9.99, 9.996, 12.34, 12.25, 59.94, 59.96, 60, 61.4, 61.6, 185, 3599.4, 3599.9, 3720, 86399, 86400, 183600, 1e7,
    ];

    private static readonly bool[] Either = [false, true];

    /// <summary>The table as JSON.</summary>
    public static string Json => new JsonObject
    {
        ["errors"] = Pairs(Numbers, number => Format.Error(number)),
        ["values"] = Pairs(Numbers, number => Format.Value(number)),
        ["times"] = Pairs(Seconds, seconds => Format.Duration(TimeSpan.FromSeconds(seconds))),
        ["clocks"] = Pairs(Seconds, seconds => Format.Clock(TimeSpan.FromSeconds(seconds))),
        ["counts"] = Pairs([0, 1, 2, 999, 1000, 10_000, 1_234_567], count => Format.Count((long)count, "trial")),
        ["trials"] = Array(
            from status in Enum.GetValues<TrialStatus>()
            from study in Enum.GetValues<StudyStatus>()
            select new JsonObject { ["status"] = FrameJson.Name(status), ["state"] = FrameJson.Name(study), ["word"] = StatusWords.Of(status, study), ["within"] = Format.Within(StatusWords.Of(status, study)) }),
        ["studies"] = Array(
            from study in Enum.GetValues<StudyStatus>()
            from outcome in study == StudyStatus.Ended ? Enum.GetValues<StudyOutcome>().Cast<StudyOutcome?>().Append(null) : [null]
            from hasResult in Either
            let label = StatusLabel.Of(study, outcome, hasResult)
            select new JsonObject
            {
                ["state"] = FrameJson.Name(study),
                ["outcome"] = outcome is { } how ? FrameJson.Name(how) : null,
                ["hasResult"] = hasResult,
                ["word"] = label.Word,
                ["tone"] = FrameJson.Name(label.Tone),
            }),
        ["comparisons"] = Array(
            from comparison in Enum.GetValues<ComparisonStatus>()
            from outcome in comparison == ComparisonStatus.Ended ? Enum.GetValues<ComparisonOutcome>().Cast<ComparisonOutcome?>().Append(null) : [null]
            let label = StatusLabel.Of(comparison, outcome)
            select new JsonObject
            {
                ["state"] = FrameJson.Name(comparison),
                ["outcome"] = outcome is { } how ? FrameJson.Name(how) : null,
                ["word"] = label.Word,
                ["tone"] = FrameJson.Name(label.Tone),
            }),
        ["progress"] = Array(Enumerable.Range(1, 5).SelectMany(Progress)),
    }.ToJsonString();

    /// <summary>A study on its way: the frame that a browser is sent, and what the study's page says of it.</summary>
    private static IEnumerable<JsonObject> Progress(int seed)
    {
        var study = new ScriptedStudy();
        foreach (var logged in StudyScript.Draw(seed, trials: 25))
        {
            study.Publish([logged]);
            if (study.Snapshot.Trials.IsEmpty)
                continue;
            var progress = new StudyProgress(25, study.Snapshot.Ended, [], study.Snapshot.Status);
            var told = StudyProgress.Of(Studies.StudyStory.Definition, study.Snapshot).Told;
            yield return new()
            {
                ["frame"] = JsonNode.Parse(Encoding.UTF8.GetString(new StudyMoment(study, new LiveOptions()).FrameAfter(0).Json.Span)),
                ["errors"] = Array(study.Snapshot.Trials.Select(trial => JsonValue.Create(ErrorWords.Of(trial)))),
                ["ended"] = progress.Ended,
                ["told"] = Array(told.Select(it => new JsonObject { ["status"] = FrameJson.Name(it.Status), ["word"] = StatusWords.Of(it.Status, study.Snapshot.Status), ["count"] = it.Count })),
            };
        }
    }

    private static JsonArray Pairs(IEnumerable<double> numbers, Func<double, string> words) =>
        Array(numbers.Select(number => new JsonObject { ["number"] = JsonNode.Parse(number.ToString("R", CultureInfo.InvariantCulture)), ["text"] = words(number) }));

    private static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];
}
