using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hpo.Engine.Tuning;
using Hpo.Studies.Log;

namespace Hpo.Dashboard.Live;

/// <summary>
/// Writes frames. Every frame begins with <c>kind</c> (snapshot, delta or beat), <c>from</c> and <c>to</c> (sequence numbers: the frame is for
/// a viewer that stands at <c>from</c>), <c>elapsed</c> (how long the study has run by now, in seconds), <c>state</c>, <c>beat</c>
/// (seconds until the next frame at the latest) and, when the log could not be written, <c>failure</c>. A snapshot goes on with <c>figures</c> and <c>fits</c> as
/// <see cref="StudyDescriptions"/> says, and as <see cref="SnapshotColumns"/> says; a delta with those of them that are new, and with <c>events</c> as <see cref="EventRows"/> says.
/// Missing is null, never 0.
/// </summary>
internal static class FrameEncoder
{
    // frames are data for a script, never pasted into HTML: only what JSON itself demands is escaped
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The whole study.</summary>
    public static EncodedFrame Snapshot(StudyMoment moment, LiveOptions options) => Encode("snapshot", 0, moment, writer =>
    {
        moment.Descriptions.Write(writer, after: null);
        SnapshotColumns.Write(writer, moment.Snapshot, options);
    });

    /// <summary>The events between two sequence numbers.</summary>
    public static EncodedFrame Delta(StudyMoment moment, IReadOnlyList<LoggedEvent<StudyEvent>> events) => Encode("delta", events[0].Sequence - 1, moment, writer =>
    {
        moment.Descriptions.Write(writer, events[0].Sequence - 1);
        writer.WriteStartArray("events");
        foreach (var logged in events)
            EventRows.Write(writer, logged.Event);
        writer.WriteEndArray();
    });

    /// <summary>No news: time goes on, and the connection stands.</summary>
    public static EncodedFrame Beat(StudyMoment moment) => Encode("beat", moment.Snapshot.Sequence, moment, _ => { });

    /// <summary>
    /// The last frame of a stream that the server ends: <c>kind</c> (refusal), <c>reason</c>, a sentence, and <c>isPassing</c>, whether the same may be let in a moment later.
    /// </summary>
    public static EncodedFrame Refusal(string reason, bool isPassing = false) => new(0, JsonSerializer.SerializeToUtf8Bytes(new { kind = "refusal", reason, isPassing }));

    private static EncodedFrame Encode(string kind, long from, StudyMoment moment, Action<Utf8JsonWriter> writeRest)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteNumber("from", from);
            writer.WriteNumber("to", moment.Snapshot.Sequence);
            writer.WritePropertyName("elapsed");
            writer.WriteSeconds(moment.Elapsed);
            writer.WriteString("state", FrameJson.Name(moment.Snapshot.Status));
            writer.WritePropertyName("beat");
            writer.WriteSeconds(moment.Beat);
            if (moment.LogFailure is { } failure)
                writer.WriteString("failure", failure);
            writeRest(writer);
            writer.WriteEndObject();
        }

        return new EncodedFrame(moment.Snapshot.Sequence, buffer.WrittenMemory);
    }
}
