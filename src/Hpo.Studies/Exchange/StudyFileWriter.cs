using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;

namespace Hpo.Studies.Exchange;

/// <summary>Writes a study as a <see cref="StudyFile"/>.</summary>
public static class StudyFileWriter
{
    private const int BytesAtOnce = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Texts = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a study; of one that runs, what is given of its log.</summary>
    /// <param name="study">The study.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(StudyFile study, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(stream);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new ArrayBufferWriter<byte>(2 * BytesAtOnce);
        var count = 0L;
        WriteLine(buffer, json => WriteHeader(json, study));
        foreach (var logged in study.Events)
        {
            count++;
            WriteLine(buffer, json => WriteEvent(json, logged));
            if (buffer.WrittenCount >= BytesAtOnce)
                await Flush().ConfigureAwait(false);
        }

        await Flush().ConfigureAwait(false);
        WriteLine(buffer, json => WriteEnd(json, count, hash.GetHashAndReset()));
        await Flush().ConfigureAwait(false);

        async Task Flush()
        {
            hash.AppendData(buffer.WrittenSpan);
            await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            buffer.ResetWrittenCount();
        }
    }

    /// <summary>An event as a line of such a file, without the line's end.</summary>
    public static byte[] Line(LoggedEvent<StudyEvent> logged)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteLine(buffer, json => WriteEvent(json, logged));
        return buffer.WrittenSpan[..^1].ToArray();
    }

    private static void WriteLine(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }

    private static void WriteHeader(Utf8JsonWriter json, StudyFile study)
    {
        json.WriteString("format", StudyFile.Format);
        json.WriteNumber("version", StudyFile.Version);
        json.WriteString("createdAt", study.CreatedAt);
        json.WritePropertyName("definition");
        StudyDefinitionJson.Write(json, study.Definition);
        if (study.Metadata.Notes.Length > 0)
            json.WriteString("notes", study.Metadata.Notes);
        if (!study.Metadata.Tags.IsEmpty)
        {
            json.WritePropertyName("tags");
            JsonSerializer.Serialize(json, study.Metadata.Tags, Texts);
        }

        if (!study.TrialNotes.IsEmpty)
        {
            json.WritePropertyName("trialNotes");
            JsonSerializer.Serialize(json, study.TrialNotes, Texts);
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, LoggedEvent<StudyEvent> logged)
    {
        json.WriteNumber("sequence", logged.Sequence);
        json.WriteString("type", StudyEventJson.TypeName(logged.Event));
        json.WritePropertyName("body");
        json.WriteRawValue(StudyEventJson.WriteBody(logged.Event));
    }

    private static void WriteEnd(Utf8JsonWriter json, long events, byte[] hash)
    {
        json.WriteNumber("events", events);
        json.WriteString("sha256", Convert.ToHexStringLower(hash));
    }
}
