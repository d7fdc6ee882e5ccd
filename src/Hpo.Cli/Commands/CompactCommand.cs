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
            using var comparisons = data.OpenComparisons(parsed);
            if (comparisons.IsAnyRunning)
                throw new NotPossibleException("The database is not compacted while a comparison is running: it would have to wait.");
            var (before, after) = studies.Compact();
            Console.Out.WriteLine($"{before} bytes before, {after} bytes after.");
            return ExitCode.Done;
        });
        return command;
    }
}
