using System.CommandLine;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo verify</c>: looks at everything in the data folder.</summary>
internal static class VerifyCommand
{
    public static Command Create(DataOptions data)
    {
        var command = new Command("verify", "Looks at everything that is stored: every study can be read, and every event makes sense");
        command.SetAction(parsed =>
        {
            using var studies = data.Open(parsed);
            var result = studies.Check();
            foreach (var problem in result.Problems)
            {
                var place = problem.StudyId is null ? "" : problem.Sequence is { } sequence ? $"study {problem.StudyId}, event {sequence}: " : $"study {problem.StudyId}: ";
                Console.Out.WriteLine(Words.Plain(place + problem.Message));
            }

            Console.Out.WriteLine($"{result.Studies} studies, {result.Events} events: {(result.Problems.Count == 0 ? "all is well" : $"{result.Problems.Count} problems")}.");
            return result.Problems.Count == 0 ? ExitCode.Done : ExitCode.NotWell;
        });
        return command;
    }
}
