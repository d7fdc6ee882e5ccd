using Hpo.Engine.Schedulers;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// Brings a run that has just been made to where an interrupted one was, by its events: the scheduler and its searcher are asked and told again, in
/// the same order, what they were asked and told then, and what they decide is compared with what the events say. Nothing is evaluated
/// and no event is emitted. Trials that were running are left to be run again; what they had reported is known.
/// </summary>
internal sealed class StudyReplay(RunState state, int maxEpochs)
{
    /// <summary>By paused trial what was decided about it and is not in the events yet, in the order of the decisions.</summary>
    private readonly OrderedDictionary<int, Decision> _pending = [];

    /// <summary>The next trial, when its searcher had begun to think about it before the latest events; null otherwise.</summary>
    private Decision? _next;

    /// <summary>By running trial the verdict on its last report, as far as it is not in the events yet.</summary>
    private readonly Dictionary<int, Verdict> _verdicts = [];

    /// <summary>Replays all events.</summary>
    /// <exception cref="CannotResumeException">The scheduler does not decide as it did.</exception>
    public void Run(IReadOnlyList<StudyEvent> history)
    {
        var early = history.Select((studyEvent, i) => (Event: studyEvent, After: i - EventsSinceDecision(studyEvent)))
            .Where(decision => EventsSinceDecision(decision.Event) > 0).ToLookup(decision => decision.After, decision => decision.Event);
        for (var i = 0; i < history.Count; i++)
        {
            try
            {
                foreach (var decided in early[i])
                    DecideEarly(decided, i);
                Apply(history[i]);
            }
            catch (Exception exception) when (exception is not CannotResumeException)
            {
                throw new CannotResumeException($"The study cannot be resumed: event {i + 1} of its log could not be repeated ({RunState.Words(exception)}).", exception);
            }
        }

        LeaveRunning();
        foreach (var decision in _pending.Values)
            state.PendingDecisions.Enqueue(decision);
    }

    private static int EventsSinceDecision(StudyEvent studyEvent) => studyEvent switch
    {
        TrialStarted started => started.EventsSinceDecision,
        TrialResumed resumed => resumed.EventsSinceDecision,
        TrialEnded ended => ended.EventsSinceDecision,
        _ => 0,
    };

    private static int TrialOf(StudyEvent studyEvent) => studyEvent switch
    {
        TrialResumed resumed => resumed.TrialId,
        TrialEnded ended => ended.TrialId,
        _ => -1,
    };

    private void Apply(StudyEvent studyEvent)
    {
        switch (studyEvent)
        {
            case TrialStarted started: Start(started); break;
            case EpochReported report: Report(report); break;
            case RungReached reached: Reach(reached); break;
            case TrialPaused paused: Pause(paused); break;
            case TrialResumed resumed when Trial(resumed.TrialId).State == TrialState.Paused: Resume(resumed); break;
            // one that is not paused is run again, about which nothing was decided
            case TrialResumed resumed: RunAgain(Trial(resumed.TrialId)); break;
            case TrialLost lost: Lose(lost); break;
            case TrialEnded { Status: not TrialStatus.Interrupted } ended: End(ended); break;
            case NumberOfTrialsChanged changed: state.Plan.SetNumberOfTrials(changed.Trials); break;
            case WorkersChanged changed: state.Workers = changed.Workers; break;
            case ConfigurationEnqueued enqueued: state.Plan.Enqueue(enqueued.Configuration); break;
            case ConfigurationWithdrawn withdrawn: state.Plan.Withdraw(withdrawn.Number); break;
            case TrialStopRequested requested: Trial(requested.TrialId).MoveTo(TrialState.Stopping); break;
            case StudyEnded { Outcome: not StudyOutcome.Interrupted }: throw new CannotResumeException("The study cannot be resumed: it has ended.");
        }
    }

    private void Start(TrialStarted started)
    {
        Begin(started);
        Run(Trial(started.TrialId));
    }

    private void Begin(TrialStarted started)
    {
        if (started.Enqueued is not null)
        {
            StartEnqueued(started);
            return;
        }

        var decision = _next ?? Next();
        (_next, state.Plan.IsNextTaken) = (null, false);
        if (decision is Decision.Propose propose)
            decision = propose.Done();
        if (started.TrialId != state.Plan.Started || decision is not Decision.Start start || !start.Configuration.Equals(started.Configuration) || start.ParentId != started.ParentId)
            throw Differs($"trial {started.TrialId} was started with {started.Configuration}", decision);
        state.Start(start.Configuration, start.ParentId is { } parentId ? Trial(parentId) : null);
    }

    /// <summary>What the scheduler decides apart from what it decides about paused trials.</summary>
    private Decision Next()
    {
        Decision decision;
        while ((decision = state.Scheduler.Suggest(state.Plan.NextTrialId)) is Decision.Resume or Decision.Stop)
            Keep(decision);
        return decision;
    }

    /// <summary>The scheduler was not asked.</summary>
    private void StartEnqueued(TrialStarted started)
    {
        var enqueued = state.Plan.Enqueued.Count > 0 ? state.Plan.Take() : null;
        if (enqueued?.Number != started.Enqueued || started.TrialId != state.Plan.Started || !state.Scheduler.CanStartOther)
            throw Differs($"trial {started.TrialId} was started because a person had asked for it", enqueued);
        state.Start(enqueued!.Configuration, null);
    }

    private void Report(EpochReported report)
    {
        var trial = Trial(report.TrialId);
        RequireVerdict(trial, VerdictKind.Continue, "went on");
        (trial.Epoch, trial.Error) = (report.Epoch, report.Error);
        trial.Timer.Set(report.Runtime);
        _verdicts[trial.Id] = state.Scheduler.Update(
            trial.Configuration, report.Error, new TrialInfo(trial.Id, report.Epoch, maxEpochs, report.Runtime));
    }

    private void Reach(RungReached reached)
    {
        var verdict = _verdicts.GetValueOrDefault(reached.TrialId);
        if (verdict.Standing != reached.Standing)
            throw Differs($"trial {reached.TrialId} reached {reached.Standing}", verdict.Standing);
        _verdicts[reached.TrialId] = verdict with { Standing = null };
    }

    private void Pause(TrialPaused paused)
    {
        var trial = Trial(paused.TrialId);
        RequireVerdict(trial, VerdictKind.Pause, "was paused");
        trial.MoveTo(TrialState.Saving);
        trial.MoveTo(TrialState.Paused);
        trial.CheckpointEpoch = trial.Epoch;
        state.Checkpoints.Withdraw(trial.Id);
        trial.Timer.Set(paused.Runtime);
        trial.Timer.Keep();
        if (trial.Error is { } error)
            state.Books.HandIn(trial.Configuration, error);
    }

    private void Resume(TrialResumed resumed)
    {
        var trial = Trial(resumed.TrialId);
        if (Decide(trial.Id) is not Decision.Resume and var other)
            throw Differs($"trial {trial.Id} was resumed", other);
        Run(trial);
    }

    /// <summary>Its time goes by the events, and not by the clock.</summary>
    private static void Run(ActiveTrial trial)
    {
        var runtime = trial.Timer.Runtime;
        trial.MoveTo(TrialState.Running);
        trial.Timer.Set(runtime);
    }

    private void Lose(TrialLost lost)
    {
        var trial = Trial(lost.TrialId);
        trial.Timer.Set(lost.Runtime);
        trial.Losses++;
        state.RunAgain(trial, PendingVerdict(trial), TrialEndings.WhyAgain(lost.Reason));
    }

    /// <summary>What of it is computed a second time is said when it is left running.</summary>
    private void RunAgain(ActiveTrial trial)
    {
        trial.Recomputation = null;
        if (trial.State == TrialState.Waiting)
            Run(trial);
        else
            trial.CountAttempt();
        while (state.Waiting.TryPeek(out var first) && first.State != TrialState.Waiting)
            state.Waiting.Dequeue();
    }

    private void End(TrialEnded ended)
    {
        var trial = Trial(ended.TrialId);
        var isByHand = trial.State == TrialState.Stopping && ended.Status is TrialStatus.Stopped or TrialStatus.Cancelled;
        if (ended.Status == TrialStatus.Stopped && !isByHand && trial.State != TrialState.Paused)
            RequireVerdict(trial, VerdictKind.Stop, "was stopped");
        else if (ended.Status == TrialStatus.Stopped && !isByHand && Decide(trial.Id) is not Decision.Stop and var other)
            throw Differs($"trial {trial.Id} was stopped", other);
        else if (ended.Status == TrialStatus.Completed && trial.Epoch < maxEpochs)
            throw Differs($"trial {trial.Id} was completed", $"epoch {trial.Epoch}");
        _verdicts.Remove(trial.Id);
        _pending.Remove(trial.Id);
        state.Checkpoints.Withdraw(trial.Id);
        trial.MoveTo(TrialState.Ended);
        state.Active.Remove(trial.Id);
        state.Books.Record(new TrialRecord(
            trial.Id, trial.Configuration, ended.Status.HandsInError() ? trial.Error : null, ended.Runtime, ended.Status));
        if (!ended.Status.HandsInError() || isByHand)
            state.Scheduler.OnTrialFailed(trial.Id, trial.Configuration, ended.Status);
    }

    /// <summary>Those that were running begin again, in the order of their numbers; those that never had a checkpoint, from their beginning.</summary>
    private void LeaveRunning()
    {
        foreach (var trial in state.Active.Values.OrderBy(trial => trial.Id))
        {
            if (trial.State != TrialState.Running)
                continue;
            state.RunAgain(trial, PendingVerdict(trial), "the program had ended before it was done");
        }
    }

    /// <summary>What is still to be done about a trial's last report; null for nothing.</summary>
    private Verdict? PendingVerdict(ActiveTrial trial) =>
        _verdicts.TryGetValue(trial.Id, out var verdict) && (verdict.Kind != VerdictKind.Continue || verdict.Standing is not null || trial.Epoch >= maxEpochs) ? verdict : null;

    /// <summary>What was decided about a paused trial.</summary>
    private Decision Decide(int trialId)
    {
        while (!_pending.ContainsKey(trialId))
        {
            var decision = state.Scheduler.Suggest(state.Plan.NextTrialId);
            if (decision is not (Decision.Resume or Decision.Stop))
                return decision;
            Keep(decision);
        }

        _pending.Remove(trialId, out var made);
        return made!;
    }

    /// <summary>What an event tells had been decided some events before it.</summary>
    private void DecideEarly(StudyEvent decided, int place)
    {
        if (decided is TrialStarted)
            (_next, state.Plan.IsNextTaken) = (Next(), true);
        else
            DecideEarly(TrialOf(decided), place);
    }

    /// <summary>A worker was told to go on with a trial, or to stop it, while its checkpoint was still being saved.</summary>
    private void DecideEarly(int trialId, int place)
    {
        while (!_pending.ContainsKey(trialId))
        {
            var decision = state.Scheduler.Suggest(state.Plan.NextTrialId);
            if (decision is not (Decision.Resume or Decision.Stop))
                throw Differs($"after event {place} a worker was given trial {trialId}", decision);
            Keep(decision);
        }
    }

    private void Keep(Decision decision) => _pending.Add(decision is Decision.Resume resume ? resume.TrialId : ((Decision.Stop)decision).TrialId, decision);

    /// <summary>By the events, a trial's last report had certain consequences.</summary>
    private void RequireVerdict(ActiveTrial trial, VerdictKind kind, string what)
    {
        _verdicts.Remove(trial.Id, out var verdict);
        if (verdict.Kind != kind || verdict.Standing is not null)
            throw Differs($"trial {trial.Id} {what} after epoch {trial.Epoch}", verdict);
    }

    private ActiveTrial Trial(int trialId) => state.Active.GetValueOrDefault(trialId)
        ?? throw new CannotResumeException($"The study cannot be resumed: by its log, something happened to trial {trialId}, which was not running.");

    private static CannotResumeException Differs(string then, object? now) => new(
        $"The study cannot be resumed: by its log, {then}; asked again, its searcher and scheduler decide otherwise ({now ?? "nothing"}). Start it anew instead.");
}
