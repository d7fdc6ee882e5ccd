using System.CommandLine;
using System.Text;
using Hpo.Studies.Definitions;
using Hpo.Studies.Exchange;
using Hpo.Studies.Running;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo export ID</c>: a study, its trials or what it runs, as a file.</summary>
internal static class ExportCommand
{
    /// <summary>How each format is written.</summary>
    private static readonly Dictionary<string, Func<StudyService, LiveStudy, Stream, CancellationToken, Task>> Formats = new()
    {
        ["study"] = (studies, study, stream, cancellationToken) => studies.ExportAsync(study.Id, stream, cancellationToken),
        ["csv"] = (_, study, stream, _) => WriteTextAsync(stream, writer => TrialsCsv.Write(study.Definition, study.Snapshot, writer)),
        ["json"] = (_, study, stream, cancellationToken) => TrialsJson.WriteAsync(study, stream, cancellationToken),
        ["program"] = (studies, study, stream, _) => WriteTextAsync(stream, writer => writer.Write(StudyProgram.Write(study.Definition, studies.Catalog))),
        ["definition"] = (_, study, stream, _) => WriteTextAsync(stream, writer => writer.WriteLine(StudyDefinitionJson.Write(study.Definition))),
    };

    public static Command Create(DataOptions data)
    {
        var id = new Argument<string>("id") { Description = "The study" };
        var format = new Option<string>("--format")
        {
            Description = "study: one file that opens elsewhere; csv, json: the trials; program: C#; definition: what hpo run takes",
            DefaultValueFactory = _ => "study",
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var output = new Option<string?>("--output", "-o") { Description = "The file to write, instead of the standard output", HelpName = "FILE" };
        var command = new Command("export", "Writes a study, its trials or what it runs") { id, format, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var studies = data.Open(parsed);
            var study = DataOptions.Find(studies, parsed.GetRequiredValue(id));
            var write = Formats[parsed.GetRequiredValue(format)];
            // whole in memory first: a file that exists is not lost to an export that fails
            using var memory = new MemoryStream();
            await write(studies, study, memory, cancellationToken);
            memory.Position = 0;
            await using var stream = parsed.GetValue(output) is { } file ? File.Create(file) : Console.OpenStandardOutput();
            await memory.CopyToAsync(stream, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task WriteTextAsync(Stream stream, Action<TextWriter> write)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        write(writer);
    }
}
