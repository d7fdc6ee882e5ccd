using System.CommandLine;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo import FILE</c>: takes in a study that was exported.</summary>
internal static class ImportCommand
{
    public static Command Create(DataOptions data)
    {
        var file = new Argument<string>("file") { Description = "A study file, as hpo export and the dashboard write it; - reads it from the standard input" };
        var command = new Command("import", "Takes in a study from a file and says its id; it is not run") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var studies = data.Open(parsed);
            Console.Out.WriteLine(studies.Import(stream).Id);
            return ExitCode.Done;
        });
        return command;
    }
}
