using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hpo.Comparisons.Curves;
using Hpo.Figures;
using Hpo.Figures.Comparisons;

namespace Hpo.Dashboard.Live;

/// <summary>
/// Writes frames of comparisons. Every frame has <c>kind</c> (<c>figure</c>, or <c>status</c> when the viewer's figure still stands), <c>to</c>, <c>beat</c>
/// (seconds until the next frame at the latest), <c>name</c>, <c>state</c>, <c>outcome</c>, <c>reason</c>, <c>failure</c> (why the log ends too early), <c>done</c>,
/// <c>total</c>, <c>failed</c> (repetitions), <c>elapsed</c>, <c>timeLeft</c>, <c>same</c> (as the original) and <c>lanes</c>, how far the methods of a race have
/// come. A figure adds <c>view</c> and <c>figure</c>, which is described as <see cref="FigureDescription"/> says, or for wins as <see cref="WinTable"/> does. Missing is
/// null, never 0.
/// </summary>
internal static class ComparisonFrameEncoder
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonSerializerOptions StatusOptions = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static EncodedFrame Encode(ComparisonMoment moment, ComparisonView view, bool hasFigure)
    {
        var buffer = new ArrayBufferWriter<byte>(hasFigure ? 512 : 16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", hasFigure ? "status" : "figure");
            WriteStatus(writer, moment);
            if (!hasFigure)
                WriteFigure(writer, moment, view);
            writer.WriteEndObject();
        }

        return new EncodedFrame(moment.Snapshot.Sequence, buffer.WrittenMemory);
    }

    private static void WriteStatus(Utf8JsonWriter writer, ComparisonMoment moment)
    {
        var (snapshot, progress) = (moment.Snapshot, moment.Progress);
        writer.WriteNumber("to", snapshot.Sequence);
        writer.WriteNumber("beat", moment.Beat.TotalSeconds);
        writer.WriteString("name", snapshot.Name);
        writer.WriteString("state", FrameJson.Name(snapshot.Status));
        writer.WriteString("outcome", snapshot.Outcome is { } outcome ? FrameJson.Name(outcome) : null);
        writer.WriteString("reason", snapshot.OutcomeReason);
        writer.WriteString("failure", moment.LogFailure);
        writer.WriteNumber("done", progress.Done);
        writer.WriteNumber("total", progress.Total);
        writer.WriteNumber("failed", snapshot.Results.Count(result => result.Outcome == RepetitionOutcome.Failed));
        writer.WritePropertyName("elapsed");
        writer.WriteSeconds(progress.Elapsed);
        writer.WritePropertyName("timeLeft");
        writer.WriteSeconds(progress.TimeLeft);
        writer.WritePropertyName("same");
        JsonSerializer.Serialize(writer, snapshot.SameAsOriginal);
        writer.WritePropertyName("lanes");
        JsonSerializer.Serialize(writer, moment.Lanes.Select(lane => new
        {
            lane.Lane.Objective,
            lane.Lane.Method,
            lane.Lane.Repetition,
            lane.Seconds,
            lane.Trials,
            lane.Epochs,
            Newest = lane.Newest.Select(newest => new { newest.Trial, newest.Epoch, newest.Error }),
        }), StatusOptions);
    }

    private static void WriteFigure(Utf8JsonWriter writer, ComparisonMoment moment, ComparisonView view)
    {
        writer.WritePropertyName("view");
        JsonSerializer.Serialize(writer, view, StatusOptions);
        writer.WritePropertyName("figure");
        JsonSerializer.Serialize(writer, Sent(ComparisonFigures.Describe(moment, view)), FigureJson.Options);
    }

    private static object Sent(object figure) => figure is FigureDescription described ? SharedColumn.Share(described) : figure;
}
