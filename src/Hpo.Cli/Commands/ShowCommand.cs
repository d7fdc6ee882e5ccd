using System.CommandLine;
using System.Globalization;
using Hpo.Cli.Output;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Wording;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo show ID</c>: where a study stands, and its best trials.</summary>
internal static class ShowCommand
{
    private const int UsualBest = 10;

    public static Command Create(DataOptions data)
    {
        var id = new Argument<string>("id") { Description = "The study" };
        var best = NumberOption.Create<int>("--best", $"So many of the best trials (default {UsualBest})");
        var command = new Command("show", "Shows where a study stands, and its best trials") { id, best };
        command.SetAction(parsed =>
        {
            using var studies = data.Open(parsed);
            Write(Console.Out, DataOptions.Find(studies, parsed.GetRequiredValue(id)), parsed.GetValue(best) ?? UsualBest);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(TextWriter writer, LiveStudy study, int best)
    {
        var (definition, snapshot) = (study.Definition, study.Snapshot);
        (string Name, string Text)[] facts =
        [
            ("id", study.Id),
            ("name", definition.Name),
            ("status", $"{StatusWords.Of(study.Summary)}. {study.LogFailure ?? snapshot.OutcomeReason}"),
            ("objective", Component(definition.Objective)),
            ("searcher", Component(definition.Searcher)),
            ("scheduler", Component(definition.Scheduler)),
            ("space", string.Join(", ", definition.Space.Parameters.Select(parameter => $"{parameter.Name}: {parameter.Domain}"))),
            ("seed", definition.Seed.ToString(CultureInfo.InvariantCulture)),
            ("progress", ProgressLine.Text(study)),
        ];
        foreach (var (name, text) in facts)
            writer.WriteLine($"{name,-10} {Words.Plain(text)}");
        var trials = snapshot.Trials.Where(trial => trial.Best is not null).OrderBy(trial => trial.CountedError).ThenBy(trial => trial.Id).Take(best).ToList();
        if (trials.Count == 0)
            return;
        writer.WriteLine();
        TextTable.Write(
            writer,
            ["#trial", "#error", "#epochs", "#runtime", "status", .. definition.Space.Parameters.Select(parameter => Words.Plain(parameter.Name))],
            trials.Select(trial => (string[])
            [
                trial.Id.ToString(CultureInfo.InvariantCulture),
                ErrorWords.Of(trial),
                trial.Epochs.ToString(CultureInfo.InvariantCulture),
                Format.Duration(trial.Runtime),
                StatusWords.Of(trial.Status, snapshot.Status),
                .. definition.Space.Parameters.Select(parameter => trial.Configuration.TryGetValue(parameter.Name, out var value) ? Format.Value(value) : ""),
            ]));
    }

    private static string Component(ComponentDefinition component) =>
        component.Parameters is { Count: > 0 } parameters ? $"{component.Type} ({parameters})" : component.Type;
}
