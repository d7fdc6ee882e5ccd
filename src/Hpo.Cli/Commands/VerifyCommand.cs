using System.CommandLine;
using Hpo.Comparisons.Log;
using Hpo.Studies.Log;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo verify</c>: looks at everything in the data folder.</summary>
internal static class VerifyCommand
{
    public static Command Create(DataOptions data)
    {
        var command = new Command("verify", "Looks at everything that is stored: every study and every comparison can be read, and every event makes sense");
        command.SetAction(parsed =>
        {
            using var studies = data.Open(parsed);
            var found = studies.Check();
            var compared = new ComparisonDatabase(Path.Combine(data.FolderOf(parsed), DatabaseFile.Name)).Check();
            Report("study", found.Problems);
            Report("comparison", compared.Problems);
            var problems = found.Problems.Count + compared.Problems.Count;
            Console.Out.WriteLine(
                $"{found.Studies} studies, {found.Events} events; {compared.Comparisons} comparisons, {compared.Events} events: {(problems == 0 ? "all is well" : $"{problems} problems")}.");
            return problems == 0 ? ExitCode.Done : ExitCode.NotWell;
        });
        return command;
    }

    private static void Report(string what, IEnumerable<LogProblem> problems)
    {
        foreach (var problem in problems)
        {
            var place = problem.LogId is null ? "" : problem.Sequence is { } sequence ? $"{what} {problem.LogId}, event {sequence}: " : $"{what} {problem.LogId}: ";
            Console.Out.WriteLine(Words.Plain(place + problem.Message));
        }
    }
}
