using System.Collections.Immutable;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Log;

namespace Hpo.Studies.Views;

/// <summary>
/// Turns a study's log into what is shown: the only place where events become state. Late viewers, reconnects, recovery and replay all
/// fold the same events.
/// </summary>
public static class StudyFold
{
    /// <summary>The study after one more event.</summary>
    /// <exception cref="InvalidDataException">The event does not follow the last one, or speaks of a trial that was never started.</exception>
    public static StudySnapshot Apply(this StudySnapshot study, LoggedEvent<StudyEvent> logged)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(logged);
        if (logged.Sequence != study.Sequence + 1)
            throw new InvalidDataException($"Event {logged.Sequence} does not follow event {study.Sequence}.");
        study = study with { Sequence = logged.Sequence, Elapsed = logged.Event.Elapsed };
        return logged.Event switch
        {
            StudyStarted started => study with { Status = StudyStatus.Running, StartedAt = started.StartedAt, Brackets = [.. started.Brackets ?? []] },
            TrialStarted started => Start(study, started),
            TrialResumed resumed => study.Change(resumed.TrialId, trial => trial with
            {
                Status = TrialStatus.Running,
                Stretches = trial.Stretches.Add(new Stretch(resumed.Worker, resumed.Elapsed, null, resumed.Reason)),
                EndReason = null,
            }),
            TrialLost lost => study.Change(lost.TrialId, trial => trial.Rest(lost) with
            {
                Status = TrialStatus.Lost,
                Runtime = lost.Runtime,
                Losses = trial.Losses.Add(lost),
                EndReason = lost.Reason,
            }),
            CheckpointLost lost => study.Change(lost.TrialId, trial => trial.ComputedAgain(lost.Reason)),
            EpochReported report => study.Change(report.TrialId, trial => trial with
            {
                Curve = trial.Curve.Add(new EpochPoint(report.Epoch, report.Error, report.Elapsed)),
                Runtime = report.Runtime,
            }),
            RungReached reached => study.Change(reached.TrialId, trial => trial with { Rungs = trial.Rungs.Add(reached) }),
            TrialPaused paused => HandIn(
                study.Change(paused.TrialId, trial => trial.Rest(paused) with { Status = TrialStatus.Paused, Runtime = paused.Runtime, EndReason = paused.Reason }),
                paused.TrialId),
            TrialEnded ended => End(study, ended),
            StudyResumed => Resume(study),
            StudyEnded ended => study with { Status = StudyStatus.Ended, Outcome = ended.Outcome, OutcomeReason = ended.Reason },
            _ => SteeringFold.Apply(study, logged.Event) ?? throw new InvalidDataException($"There is no rule for {logged.Event.GetType().Name}."),
        };
    }

    /// <summary>The study after several more events.</summary>
    public static StudySnapshot Apply(this StudySnapshot study, IEnumerable<LoggedEvent<StudyEvent>> events) => events.Aggregate(study, Apply);

    private static StudySnapshot Start(StudySnapshot study, TrialStarted started)
    {
        if (started.TrialId != study.Trials.Count)
            throw new InvalidDataException($"Trial {started.TrialId} does not follow trial {study.Trials.Count - 1}.");
        var trial = new TrialView
        {
            Id = started.TrialId,
            Configuration = started.Configuration,
            Reason = started.Reason,
            Stretches = [new Stretch(started.Worker, started.Elapsed, null, null)],
            ParentId = started.ParentId,
            Enqueued = started.Enqueued,
            StartedAt = started.Elapsed,
        };
        if (started.Enqueued is { } number)
            study = study with { Enqueued = SteeringFold.Without(study, number) };
        return study with { Trials = study.Trials.Add(trial), Counts = Add(study.Counts, TrialStatus.Running, 1) };
    }

    /// <summary>The trials that were running are open again, and so their runtimes are not final.</summary>
    private static StudySnapshot Resume(StudySnapshot study)
    {
        foreach (var interrupted in study.Trials.Where(trial => trial.Status == TrialStatus.Interrupted))
        {
            study = study.Change(interrupted.Id, trial => trial with
            {
                Status = TrialStatus.Paused,
                EndedAt = null,
                CumulativeRuntime = null,
                EndReason = "It waits to be run again, because the program ended before it was done.",
            });
            study = study with { CumulativeRuntime = study.CumulativeRuntime - interrupted.Runtime };
        }

        return study with { Status = StudyStatus.Running, IsStopRequested = false, Outcome = null, OutcomeReason = null };
    }

    private static StudySnapshot End(StudySnapshot study, TrialEnded ended)
    {
        var cumulative = study.CumulativeRuntime + ended.Runtime;
        study = study.Change(ended.TrialId, trial => trial.Rest(ended) with
        {
            Status = ended.Status,
            Runtime = ended.Runtime,
            CumulativeRuntime = cumulative,
            EndedAt = ended.Elapsed,
            EndReason = ended.Reason,
            // a thousand trials that failed alike share one text
            Trace = ended.Trace == study.LatestTrace ? study.LatestTrace : ended.Trace,
        });
        return HandIn(study with { CumulativeRuntime = cumulative, LatestTrace = ended.Trace ?? study.LatestTrace }, ended.TrialId);
    }

    /// <summary>No worker runs the trial any more; none did if it was paused.</summary>
    private static TrialView Rest(this TrialView trial, StudyEvent end) => trial.Stretches[^1] is { To: null } last
        ? trial with { Stretches = trial.Stretches.SetItem(trial.Stretches.Length - 1, last with { To = end.Elapsed }) }
        : trial;

    /// <summary>Why its present stretch begins before its last epoch.</summary>
    private static TrialView ComputedAgain(this TrialView trial, string reason)
    {
        var last = trial.Stretches[^1];
        return trial with
        {
            Stretches = trial.Stretches.SetItem(trial.Stretches.Length - 1, last with { Reason = last.Reason is null ? reason : $"{last.Reason}; {reason}" }),
        };
    }

    /// <summary>A trial's last error counts from now on, if its status says so.</summary>
    private static StudySnapshot HandIn(StudySnapshot study, int trialId)
    {
        var trial = study.Trials[trialId];
        if (!trial.Status.HandsInError() || trial.Error is not { } error)
            return study;
        if (TrialStatusRules.Improves(error, trial.Best?.Error))
            study = study.Change(trialId, handed => handed with { Best = handed.Curve[^1] });
        return TrialStatusRules.Improves(error, study.Incumbent?.Error)
            ? study with { Incumbents = study.Incumbents.Add(new IncumbentStep(study.Elapsed, trialId, error, trial.Epochs)) }
            : study;
    }

    internal static StudySnapshot Change(this StudySnapshot study, int trialId, Func<TrialView, TrialView> change)
    {
        if (trialId < 0 || trialId >= study.Trials.Count)
            throw new InvalidDataException($"Trial {trialId} was never started.");
        var before = study.Trials[trialId];
        var after = change(before);
        var counts = before.Status == after.Status ? study.Counts : Add(Add(study.Counts, before.Status, -1), after.Status, 1);
        return study with { Trials = study.Trials.SetItem(trialId, after), Counts = counts };
    }

    private static ImmutableDictionary<TrialStatus, int> Add(ImmutableDictionary<TrialStatus, int> counts, TrialStatus status, int change) =>
        counts.SetItem(status, counts.GetValueOrDefault(status) + change);
}
