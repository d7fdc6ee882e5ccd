using System.CommandLine;
using System.Text;
using Hpo.Cli.Running;
using Hpo.Studies.Definitions;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo run study.json</c>: starts a study and follows it to its end.</summary>
internal static class RunCommand
{
    private const int MostBytes = 4 * 1024 * 1024;

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
            var definition = StudyDefinitionJson.Read(await ReadAsync(parsed.GetRequiredValue(file), cancellationToken));
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

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new char[MostBytes];
        var length = await reader.ReadBlockAsync(text, cancellationToken);
        return length < MostBytes ? new string(text, 0, length) : throw new NotPossibleException($"{file} is too large for the definition of a study.");
    }
}
