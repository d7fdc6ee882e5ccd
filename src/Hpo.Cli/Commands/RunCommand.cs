using System.CommandLine;
using Hpo.Cli.Running;
using Hpo.Studies.Definitions;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo run study.json</c>: starts a study and follows it to its end.</summary>
internal static class RunCommand
{
    public static Command Create(DataOptions data)
    {
        var file = new Argument<string>("file") { Description = "The definition of a study as JSON, as the dashboard exports it; - reads it from the standard input" };
        var trials = NumberOption.Create<int>("--trials", "So many trials, instead of the definition's");
        var workers = NumberOption.Create<int>("--workers", "So many at the same time, instead of the definition's");
        var seed = NumberOption.Create<long>("--seed", "This seed, instead of the definition's");
        var json = new Option<bool>("--json") { Description = "Write every event to the standard output, a line of JSON each" };
        var command = new Command("run", "Starts a study and follows it to its end. Ctrl+C stops it after the running trials; a second one interrupts it")
        {
            file, trials, workers, seed, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var definition = StudyDefinitionJson.Read(await DefinitionFile.ReadAsync(parsed.GetRequiredValue(file), "a study", cancellationToken));
            definition = definition with
            {
                Stop = definition.Stop with { Trials = parsed.GetValue(trials) ?? definition.Stop.Trials },
                Workers = parsed.GetValue(workers) ?? definition.Workers,
                Seed = parsed.GetValue(seed) ?? definition.Seed,
            };
            using var studies = data.Open(parsed);
            return await StudyRun.FollowAsync(studies, studies.Start(definition), 0, parsed.GetValue(json));
        });
        return command;
    }
}
