using System.Text.Json;
using Hpo.Engine.Tuning;

namespace Hpo.Dashboard.Live;

/// <summary>
/// Events as short rows <c>[name, elapsed, …]</c>: <c>begin</c> (its brackets come in the snapshot with which every viewer begins);
/// <c>start, trial, configuration, reason, worker, parent, enqueued</c>; <c>resume, trial, worker, reason</c>; <c>lost, trial, runtime, reason</c>; <c>again, trial, reason</c>, what its last stretch computes again; <c>report, trial, epoch, error, runtime</c>;
/// <c>rung, trial</c> (the charts need no more of it); <c>pause, trial, runtime, reason</c>; <c>end, trial, status, runtime, reason</c>;
/// <c>stopping</c> and the like, which the state of the frame tells; <c>paused</c>, when the study's time stood still; <c>trials, number</c> and <c>workers, number</c>, how many there are to be; <c>over, outcome, reason</c>.
/// </summary>
internal static class EventRows
{
    public static void Write(Utf8JsonWriter writer, StudyEvent studyEvent)
    {
        writer.WriteStartArray();
        switch (studyEvent)
        {
            case StudyStarted: Begin(writer, "begin", studyEvent); break;
            case TrialStarted started: Write(writer, started); break;
            case TrialResumed resumed: Write(writer, resumed); break;
            case TrialLost lost: Write(writer, lost); break;
            case CheckpointLost gone: Write(writer, gone); break;
            case EpochReported reported: Write(writer, reported); break;
            case RungReached reached: Begin(writer, "rung", reached, reached.TrialId); break;
            case TrialPaused paused: Write(writer, paused); break;
            case TrialEnded ended: Write(writer, ended); break;
            case NumberOfTrialsChanged changed: Begin(writer, "trials", changed, changed.Trials); break;
            case ConfigurationEnqueued enqueued: Begin(writer, "trials", enqueued, enqueued.Trials); break;
            case ConfigurationWithdrawn withdrawn: Begin(writer, "trials", withdrawn, withdrawn.Trials); break;
            case WorkersChanged changed: Begin(writer, "workers", changed, changed.Workers); break;
            case StudyPaused: Begin(writer, "paused", studyEvent); break;
            // the charts need no more of them than their names
            case StopRequested: Begin(writer, "stopping", studyEvent); break;
            case StopWithdrawn: Begin(writer, "stopWithdrawn", studyEvent); break;
            case PauseRequested: Begin(writer, "pausing", studyEvent); break;
            case StudyContinued: Begin(writer, "continued", studyEvent); break;
            case TrialStopRequested: Begin(writer, "stopTrial", studyEvent); break;
            case StudyEnded ended: Write(writer, ended); break;
            default: throw new InvalidDataException($"There is no row for {studyEvent.GetType().Name}.");
        }

        writer.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter writer, string name, StudyEvent studyEvent)
    {
        writer.WriteStringValue(name);
        writer.WriteSeconds(studyEvent.Elapsed);
    }

    private static void Begin(Utf8JsonWriter writer, string name, StudyEvent studyEvent, int number)
    {
        Begin(writer, name, studyEvent);
        writer.WriteNumberValue(number);
    }

    private static void Write(Utf8JsonWriter writer, TrialStarted started)
    {
        Begin(writer, "start", started, started.TrialId);
        writer.WriteStartObject();
        foreach (var (name, value) in started.Configuration)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(value);
        }

        writer.WriteEndObject();
        writer.WriteStringValue(started.Reason);
        writer.WriteNumberValue(started.Worker);
        writer.WriteNumber(started.ParentId);
        writer.WriteNumber(started.Enqueued);
    }

    private static void Write(Utf8JsonWriter writer, TrialResumed resumed)
    {
        Begin(writer, "resume", resumed, resumed.TrialId);
        writer.WriteNumberValue(resumed.Worker);
        writer.WriteStringValue(resumed.Reason);
    }

    private static void Write(Utf8JsonWriter writer, TrialLost lost)
    {
        Begin(writer, "lost", lost, lost.TrialId);
        writer.WriteSeconds(lost.Runtime);
        writer.WriteStringValue(lost.Reason);
    }

    private static void Write(Utf8JsonWriter writer, CheckpointLost lost)
    {
        Begin(writer, "again", lost, lost.TrialId);
        writer.WriteStringValue(lost.Reason);
    }

    private static void Write(Utf8JsonWriter writer, EpochReported reported)
    {
        Begin(writer, "report", reported, reported.TrialId);
        writer.WriteNumberValue(reported.Epoch);
        writer.WriteError(reported.Error);
        writer.WriteSeconds(reported.Runtime);
    }

    private static void Write(Utf8JsonWriter writer, TrialPaused paused)
    {
        Begin(writer, "pause", paused, paused.TrialId);
        writer.WriteSeconds(paused.Runtime);
        writer.WriteStringValue(paused.Reason);
    }

    private static void Write(Utf8JsonWriter writer, TrialEnded ended)
    {
        Begin(writer, "end", ended, ended.TrialId);
        writer.WriteStringValue(FrameJson.Name(ended.Status));
        writer.WriteSeconds(ended.Runtime);
        writer.WriteStringValue(ended.Reason);
    }

    private static void Write(Utf8JsonWriter writer, StudyEnded ended)
    {
        Begin(writer, "over", ended);
        writer.WriteStringValue(FrameJson.Name(ended.Outcome));
        writer.WriteStringValue(ended.Reason);
    }
}
