using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hpo.Cli.Output;
using Hpo.Studies.Wording;

namespace Hpo.Cli.Commands;

/// <summary><c>hpo list</c>: all studies, the newest first.</summary>
internal static class ListCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create(DataOptions data)
    {
        var json = new Option<bool>("--json") { Description = "As JSON" };
        var command = new Command("list", "Lists all studies, the newest first") { json };
        command.SetAction(parsed =>
        {
            using var studies = data.Open(parsed);
            var all = studies.List();
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(all, Json));
                return ExitCode.Done;
            }

            TextTable.Write(
                Console.Out,
                ["id", "name", "status", "#best error", "#trials ended", "started"],
                all.Select(study => new[]
                {
                    study.Id,
                    study.Name,
                    StatusWords.Of(study),
                    Format.Error(study.BestError),
                    $"{Format.Count(study.TrialsEnded)} of {Format.Count(study.TrialsAsked)}",
                    study.CreatedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                }));
            return ExitCode.Done;
        });
        return command;
    }
}
