using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Figures;
using Hpo.Comparisons.Running;

namespace Hpo.Dashboard.Live;

/// <summary>
/// Writes frames of comparisons. Every frame has <c>kind</c> (<c>figure</c>, or <c>status</c> when the viewer's figure still stands), <c>to</c>, <c>beat</c>
/// (seconds until the next frame at the latest), <c>name</c>, <c>state</c>, <c>outcome</c>, <c>reason</c>, <c>failure</c> (why the log ends too early), <c>done</c>,
/// <c>total</c>, <c>failed</c> (repetitions), <c>elapsed</c>, <c>timeLeft</c>, <c>same</c> (as the original) and <c>lanes</c>, how far the methods of a race have
/// come. A figure adds <c>view</c>, <c>minimum</c>, <c>figure</c> (as its record in <see cref="IncumbentFigure">Figures</see> says) and <c>racing</c>: the curves
/// of a race's running methods as steps <c>[cost, error]</c>. Missing is null, never 0.
/// </summary>
internal static class ComparisonFrameEncoder
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonSerializerOptions FigureOptions = new(JsonSerializerDefaults.Web)
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
        }), FigureOptions);
    }

    private static void WriteFigure(Utf8JsonWriter writer, ComparisonMoment moment, ComparisonView view)
    {
        var minimum = view.Objective is { } objective ? moment.KnownMinimum(objective) : null;
        writer.WritePropertyName("view");
        JsonSerializer.Serialize(writer, view, FigureOptions);
        writer.WritePropertyName("minimum");
        JsonSerializer.Serialize(writer, minimum);
        writer.WritePropertyName("figure");
        JsonSerializer.Serialize(writer, Figure(moment, view, minimum), FigureOptions);
        writer.WritePropertyName("racing");
        JsonSerializer.Serialize(writer, Racing(moment.Snapshot, view, view.IsRegret ? minimum ?? 0 : 0), FigureOptions);
    }

    private static object Figure(ComparisonMoment moment, ComparisonView view, double? minimum)
    {
        var definition = moment.Snapshot.Definition;
        IReadOnlyList<RepetitionResult> results = view.Objective is { } objective
            ? [.. moment.Snapshot.Results.Where(result => result.Objective == objective)]
            : [.. moment.Snapshot.Results];
        return view.Plot switch
        {
            ComparisonPlot.Rank => RankFigure.Create(results, definition.Methods.Length, view.Axis),
            ComparisonPlot.Wins => WinMatrix.Create(
                results, [.. definition.Methods.Select(method => method.Name)], definition.Repetitions * (view.Objective is null ? definition.Objectives.Length : 1)),
            ComparisonPlot.Targets => TargetFigure.Create(results, definition.Methods.Length, view.Axis, KnownMinima(moment)),
            _ => IncumbentFigure.Create(
                results, definition.Methods.Length, view.Axis, view.Summary, definition.Seed, view.IsRegret ? minimum : null),
        };
    }

    private static Dictionary<int, double> KnownMinima(ComparisonMoment moment) =>
        Enumerable.Range(0, moment.Snapshot.Definition.Objectives.Length)
            .Where(objective => moment.KnownMinimum(objective) is not null)
            .ToDictionary(objective => objective, objective => moment.KnownMinimum(objective)!.Value);

    private static IEnumerable<object> Racing(ComparisonSnapshot snapshot, ComparisonView view, double minimum) =>
        from racing in snapshot.Racing
        where view.Plot == ComparisonPlot.Incumbent && racing.Key.Objective == view.Objective
        orderby racing.Key.Method
        select new
        {
            racing.Key.Method,
            racing.Key.Repetition,
            Steps = racing.Value.Select(step => new[] { Cost(step, view.Axis), step.Error - minimum }),
        };

    private static double Cost(IncumbentStep step, CostAxis axis) => axis switch
    {
        CostAxis.Trials => step.Trials,
        CostAxis.Epochs => step.Epochs,
        _ => step.Seconds,
    };
}
