using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hpo.Studies.Running.Commands;

/// <summary>Commands and answers as JSON, as they pass from one process to another; <c>type</c> says which command it is.</summary>
public static class StudyCommandJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
    };

    /// <summary>A command as text.</summary>
    public static string Write(StudyCommand command) => JsonSerializer.Serialize(command, Options);

    /// <summary>An answer as text.</summary>
    public static string Write(StudyAnswer answer) => JsonSerializer.Serialize(answer, Options);

    /// <summary>The command of a text.</summary>
    /// <exception cref="InvalidDataException">It is not that of a command.</exception>
    public static StudyCommand ReadCommand(string json) => Read<StudyCommand>(json, "command");

    /// <summary>The answer of a text.</summary>
    /// <exception cref="InvalidDataException">It is not that of an answer.</exception>
    public static StudyAnswer ReadAnswer(string json) => Read<StudyAnswer>(json, "answer");

    private static T Read<T>(string json, string what)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException($"There is no {what}.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"This is no {what}: {exception.Message}", exception);
        }
    }
}
