using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hpo.Engine.Space.Json;

namespace Hpo.Training.Recordings;

/// <summary>
/// A recording as lines of JSON: the plan, and then, each in a line of its own so that a line is added when a training is done, its origins and runs.
/// </summary>
public static class RecordingFormat
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ConfigSpaceJsonConverter(), new ConfigurationJsonConverter() },
    };

    /// <summary>Reads a recording that gzip has compressed.</summary>
    /// <exception cref="InvalidDataException">The text is no recording.</exception>
    public static Recording ReadCompressed(Stream stream)
    {
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return Read(reader);
    }

    /// <summary>Reads a recording. A last line that was cut off, as when the machine stopped while it was written, does not count.</summary>
    /// <exception cref="InvalidDataException">The text is no recording.</exception>
    public static Recording Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        RecordingPlan? plan = null;
        var (origins, runs) = (new List<RecordingOrigin>(), new List<RecordedRun>());
        for (var (text, number) = (reader.ReadLine(), 1); text is not null; number++)
        {
            var next = reader.ReadLine();
            if (Parse(text, number, isLast: next is null) is { } line)
            {
                plan ??= line.Plan ?? throw new InvalidDataException("The recording does not begin with its plan.");
                if (line.Origin is { } origin)
                    origins.Add(origin);
                if (line.Run is { } run)
                    runs.Add(run);
            }

            text = next;
        }

        return new Recording(plan ?? throw new InvalidDataException("The recording is empty."), origins, runs);
    }

    internal static string Write(RecordingLine line) => JsonSerializer.Serialize(line, Options);

    private static RecordingLine? Parse(string text, int number, bool isLast)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordingLine>(text, Options);
        }
        catch (JsonException) when (isLast && number > 1)
        {
            return null;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Line {number} of the recording cannot be read: {exception.Message}", exception);
        }
    }
}
