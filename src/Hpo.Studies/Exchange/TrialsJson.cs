using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Views;

namespace Hpo.Studies.Exchange;

/// <summary>A study's definition and its trials with their learning curves, as JSON.</summary>
public static class TrialsJson
{
    /// <summary>So many trials are written at once: the memory of a writer stays small however many there are.</summary>
    private const int TrialsAtOnce = 100;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the trials by number. Times are seconds, those of start and end counted from the start of the study; what a trial does not have is null. <c>error</c> is the last one reported, <c>bestError</c> the smallest that the trial handed in, which counts.</summary>
    public static async Task WriteAsync(LiveStudy live, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(live);
        var study = live.Snapshot;
        ArgumentNullException.ThrowIfNull(stream);
        // through a buffer: serializers flush a writer of a stream at once, which the answer to a request does not allow
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteString("id", live.Id);
        json.WriteString("name", live.Definition.Name);
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(study.Outcome?.ToString() ?? study.Status.ToString()));
        WriteSeconds(json, "elapsed", study.Elapsed);
        json.WritePropertyName("definition");
        StudyDefinitionJson.Write(json, live.Definition);
        json.WriteStartArray("trials");
        foreach (var trials in study.Trials.Chunk(TrialsAtOnce))
        {
            foreach (var trial in trials)
                Write(json, trial);
            await SendAsync().ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await SendAsync().ConfigureAwait(false);

        async Task SendAsync()
        {
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
            buffer.ResetWrittenCount();
        }
    }

    private static void Write(Utf8JsonWriter json, TrialView trial)
    {
        json.WriteStartObject();
        json.WriteNumber("trial", trial.Id);
        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(trial.Status.ToString()));
        json.WritePropertyName("configuration");
        JsonSerializer.Serialize(json, trial.Configuration);
        WriteNumber(json, "error", trial.Error);
        WriteNumber(json, "bestError", trial.Best?.Error);
        WriteNumber(json, "bestEpoch", trial.Best?.Epoch);
        json.WriteNumber("epochs", trial.Epochs);
        WriteSeconds(json, "runtime", trial.Runtime);
        WriteSeconds(json, "cumulativeRuntime", trial.CumulativeRuntime);
        WriteSeconds(json, "started", trial.StartedAt);
        WriteSeconds(json, "ended", trial.EndedAt);
        json.WriteNumber("worker", trial.Worker);
        WriteNumber(json, "parent", trial.ParentId);
        json.WriteString("reason", trial.Reason);
        json.WriteString("endReason", trial.EndReason);
        json.WriteStartArray("learningCurve");
        foreach (var point in trial.Curve)
        {
            json.WriteStartObject();
            json.WriteNumber("epoch", point.Epoch);
            json.WriteNumber("error", point.Error);
            WriteSeconds(json, "elapsed", point.Elapsed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? time) => WriteNumber(json, name, time?.TotalSeconds);

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
