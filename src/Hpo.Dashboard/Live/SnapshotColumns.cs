using System.Text.Json;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Figures.Studies;
using Hpo.Studies.Views;

namespace Hpo.Dashboard.Live;

/// <summary>
/// A snapshot by columns, each an array with one entry a trial: a tenth of the bytes of objects, and quick to read. <c>brackets</c> holds the
/// rungs of each ladder, in epochs. <c>trials</c> holds <c>parameters</c> (names) and <c>values</c> (a column a parameter); <c>texts</c>, and
/// <c>status</c>, <c>reason</c>, <c>endReason</c> as indices into it; <c>parent</c>; <c>enqueued</c> (null unless a person asked for the trial); the stretches one after another, <c>stretches</c> of them a
/// trial, in <c>worker</c>, <c>ranFrom</c>, <c>ranTo</c>, <c>why</c> (an index into <c>texts</c>); <c>startedAt</c>, <c>endedAt</c>, <c>runtime</c> in seconds; <c>ended</c> (the numbers of ended trials in the order in which
/// they ended); <c>handedIn</c> (<c>trial</c>, <c>epoch</c>, <c>error</c>: the smallest error that a trial handed in, of those of which that is not their last one with a status that hands it in); and the learning curves one after another, <c>length</c> points a trial, in <c>epoch</c>, <c>error</c>, <c>reportedAt</c>.
/// <c>numberOfTrials</c> and <c>workers</c> are how many a person asked for last, null if nobody did, <c>standstills</c> when the study was paused.
/// <c>incumbents</c> holds <c>elapsed</c>, <c>trial</c>, <c>error</c>, <c>epoch</c>. Of very many finished curves only those that a chart draws are whole (one
/// of every 1, 2, 4, … in the order of their end, so that <c>mostCurves</c> are enough), of the others the first and the last point is there. When that is still very much,
/// <c>thinned</c> says of how many of a curve's points one was kept. The curves of running trials and the incumbent's, and
/// everything else, are always whole.
/// </summary>
internal static class SnapshotColumns
{
    public static void Write(Utf8JsonWriter writer, StudySnapshot study, LiveOptions options)
    {
        TrialView[] trials = [.. study.Trials];
        if (study.Outcome is { } outcome)
            writer.WriteString("outcome", FrameJson.Name(outcome));
        if (study.OutcomeReason is { } reason)
            writer.WriteString("outcomeReason", reason);
        TrialView[] ended = [.. study.EndedInOrder()];
        var curves = Curves(study, trials, ended, options.MaxDrawnCurves);
        var stride = Stride.Of(curves.Sum(curve => (long)curve.Length), options.MaxCurvePoints);
        if (stride > 1)
        {
            writer.WriteNumber("thinned", stride);
            Thin(curves, trials, study, stride);
        }

        writer.WriteNumber("mostCurves", options.MaxDrawnCurves);
        writer.WritePropertyName("numberOfTrials");
        writer.WriteNumber(study.NumberOfTrials);
        writer.WritePropertyName("workers");
        writer.WriteNumber(study.Workers);
        writer.WriteColumn("standstills", study.Steering.OfType<StudyPaused>(), paused => writer.WriteSeconds(paused.Elapsed));
        writer.WriteColumn("brackets", study.Brackets, bracket => WriteRungs(writer, bracket));
        writer.WriteStartObject("trials");
        WriteConfigurations(writer, trials);
        WriteTexts(writer, trials);
        writer.WriteColumn("parent", trials, trial => writer.WriteNumber(trial.ParentId));
        writer.WriteColumn("enqueued", trials, trial => writer.WriteNumber(trial.Enqueued));
        writer.WriteColumn("startedAt", trials, trial => writer.WriteSeconds(trial.StartedAt));
        writer.WriteColumn("endedAt", trials, trial => writer.WriteSeconds(trial.EndedAt));
        writer.WriteColumn("runtime", trials, trial => writer.WriteSeconds(trial.Runtime));
        writer.WriteColumn("ended", ended, trial => writer.WriteNumberValue(trial.Id));
        WriteCurves(writer, curves);
        WriteHandedIn(writer, trials);
        writer.WriteEndObject();
        WriteIncumbents(writer, study.Incumbents);
    }

    /// <summary>Of most trials the status tells what they handed in: their last report, or nothing.</summary>
    private static void WriteHandedIn(Utf8JsonWriter writer, TrialView[] trials)
    {
        TrialView[] others = [.. trials.Where(trial => trial.Best != (trial.Status.HandsInError() && trial.Error is not null ? trial.Curve[^1] : null))];
        writer.WriteStartObject("handedIn");
        writer.WriteColumn("trial", others, trial => writer.WriteNumberValue(trial.Id));
        writer.WriteColumn("epoch", others, trial => writer.WriteNumber(trial.Best?.Epoch));
        writer.WriteColumn("error", others, trial => writer.WriteError(trial.Best?.Error ?? double.NaN));
        writer.WriteEndObject();
    }

    private static void WriteRungs(Utf8JsonWriter writer, Bracket bracket)
    {
        writer.WriteStartArray();
        foreach (var rung in bracket.Rungs)
            writer.WriteNumberValue(rung);
        writer.WriteEndArray();
    }

    private static void WriteConfigurations(Utf8JsonWriter writer, TrialView[] trials)
    {
        string[] names = [.. trials.SelectMany(trial => trial.Configuration.Keys).Distinct()];
        writer.WriteColumn("parameters", names, writer.WriteStringValue);
        writer.WriteStartArray("values");
        foreach (var name in names)
        {
            writer.WriteStartArray();
            foreach (var trial in trials)
                writer.WriteValue(trial.Configuration.TryGetValue(name, out var value) ? value : (ParameterValue?)null);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>Most trials share a few texts: each is sent once.</summary>
    private static void WriteTexts(Utf8JsonWriter writer, TrialView[] trials)
    {
        var indices = new Dictionary<string, int>();
        writer.WriteColumn("status", trials, trial => WriteIndex(FrameJson.Name(trial.Status)));
        writer.WriteColumn("reason", trials, trial => WriteIndex(trial.Reason));
        writer.WriteColumn("endReason", trials, trial => WriteIndex(trial.EndReason));
        WriteStretches(writer, trials, WriteIndex);
        writer.WriteColumn("texts", indices.Keys, writer.WriteStringValue);

        void WriteIndex(string? text)
        {
            if (text is null)
            {
                writer.WriteNullValue();
                return;
            }

            if (!indices.TryGetValue(text, out var index))
                indices[text] = index = indices.Count;
            writer.WriteNumberValue(index);
        }
    }

    private static void WriteStretches(Utf8JsonWriter writer, TrialView[] trials, Action<string?> writeText)
    {
        Stretch[] stretches = [.. trials.SelectMany(trial => trial.Stretches)];
        writer.WriteColumn("stretches", trials, trial => writer.WriteNumberValue(trial.Stretches.Length));
        writer.WriteColumn("worker", stretches, stretch => writer.WriteNumberValue(stretch.Worker));
        writer.WriteColumn("ranFrom", stretches, stretch => writer.WriteSeconds(stretch.From));
        writer.WriteColumn("ranTo", stretches, stretch => writer.WriteSeconds(stretch.To));
        writer.WriteColumn("why", stretches, stretch => writeText(stretch.Reason));
    }

    private static void WriteCurves(Utf8JsonWriter writer, EpochPoint[][] curves)
    {
        EpochPoint[] points = [.. curves.SelectMany(curve => curve)];
        writer.WriteColumn("length", curves, curve => writer.WriteNumberValue(curve.Length));
        writer.WriteColumn("epoch", points, point => writer.WriteNumberValue(point.Epoch));
        writer.WriteColumn("error", points, point => writer.WriteError(point.Error));
        writer.WriteColumn("reportedAt", points, point => writer.WriteSeconds(point.Elapsed));
    }

    private static void WriteIncumbents(Utf8JsonWriter writer, IReadOnlyCollection<IncumbentStep> steps)
    {
        writer.WriteStartObject("incumbents");
        writer.WriteColumn("elapsed", steps, step => writer.WriteSeconds(step.Elapsed));
        writer.WriteColumn("trial", steps, step => writer.WriteNumberValue(step.TrialId));
        writer.WriteColumn("error", steps, step => writer.WriteError(step.Error));
        writer.WriteColumn("epoch", steps, step => writer.WriteNumberValue(step.Epoch));
        writer.WriteEndObject();
    }

    /// <summary>The curves by trial; of the finished ones that no chart draws, the ends.</summary>
    private static EpochPoint[][] Curves(StudySnapshot study, TrialView[] trials, TrialView[] ended, int maxDrawn)
    {
        EpochPoint[][] curves = [.. trials.Select(trial => trial.Curve.ToArray())];
        var every = Stride.Of(ended.Length, maxDrawn);
        for (var place = 0; place < ended.Length; place++)
        {
            if (place % every != 0 && !MustBeWhole(ended[place], study) && ended[place].Curve is { Length: > 2 } curve)
                curves[ended[place].Id] = [curve[0], curve[^1]];
        }

        return curves;
    }

    /// <summary>Keeps one of every so many points, and the last.</summary>
    private static void Thin(EpochPoint[][] curves, TrialView[] trials, StudySnapshot study, int stride)
    {
        for (var id = 0; id < curves.Length; id++)
        {
            var curve = curves[id];
            if (!MustBeWhole(trials[id], study))
                curves[id] = [.. curve.Where((_, i) => i % stride == 0 || i == curve.Length - 1)];
        }
    }

    private static bool MustBeWhole(TrialView trial, StudySnapshot study) =>
        trial.Status == TrialStatus.Running || trial.Id == study.Incumbent?.TrialId;

    private static void WriteColumn<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        writer.WriteEndArray();
    }
}
