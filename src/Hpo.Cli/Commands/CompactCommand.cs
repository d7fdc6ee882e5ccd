using System.CommandLine;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo compact</c>: makes the database as small as what is in it.</summary>
internal static class CompactCommand
{
    public static Command Create(DataOptions data)
    {
        var command = new Command("compact", "Makes the database as small as what is in it");
        command.SetAction(parsed =>
        {
            using var studies = data.Open(parsed);
            var (before, after) = studies.Compact();
            Console.Out.WriteLine($"{before} bytes before, {after} bytes after.");
            return ExitCode.Done;
        });
        return command;
    }
}
