using System.Runtime.ExceptionServices;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// What the workers of a run share: its trials, its books, how it ends, and the events, whose order is the order in which things happened. All of
/// it is used with <see cref="SyncRoot"/> held; <see cref="EndNow"/> and <see cref="Fail"/> take it themselves.
/// </summary>
internal sealed class RunState(
    HpoScheduler scheduler, TunerOptions options, TrialPlan plan, Action<StudyEvent>? onEvent, TimeProvider time, ICheckpointStore checkpoints)
{
    /// <summary>Guards everything; pulsed when the run ends, or a person has changed something.</summary>
    public object SyncRoot { get; } = new();

    /// <summary>How often something has happened after which a worker that was told to wait may have work.</summary>
    public long Changes { get; private set; }

    /// <summary>Called by <see cref="Changed"/>.</summary>
    public Action? OnChanged { private get; set; }

    public HpoScheduler Scheduler => scheduler;

    public TimeProvider Time => time;

    public TrialCheckpoints Checkpoints { get; } = new(checkpoints);

    public Bookkeeping Books { get; } = new();

    /// <summary>The trials that run or are paused.</summary>
    public Dictionary<int, ActiveTrial> Active { get; } = [];

    /// <summary>How many trials there are to be, and how many have been started.</summary>
    public TrialPlan Plan => plan;

    /// <summary>How many trials may run at the same time.</summary>
    public int Workers { get; set; } = options.Workers;

    public StudyClock Clock { get; } = new(time);

    /// <summary>The trials that wait to be run again, in this order; a person may have stopped some.</summary>
    public Queue<ActiveTrial> Waiting { get; } = [];

    /// <summary>What the scheduler had decided about paused trials when the run was interrupted, and had not been done.</summary>
    public Queue<Decision> PendingDecisions { get; } = [];

    /// <summary>The next trial, as long as its searcher works on it and then until it is started; null when there is none.</summary>
    public PendingSuggestion? Suggestion { get; set; }

    /// <summary>How many events there have been.</summary>
    public int Events { get; private set; }

    /// <summary>Whether a person asked to start no more trials.</summary>
    public bool IsStopRequested { get; set; }

    /// <summary>Whether a person paused the study: no work is given to workers.</summary>
    public bool IsPauseRequested { get; set; }

    /// <summary>Whether the study is paused and no trial computes any more, so that its time stands still.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Why the scheduler has nothing left; null while it has.</summary>
    public string? Exhausted { get; set; }

    /// <summary>How the run was ended before all trials were; null while it was not.</summary>
    public (StudyOutcome Outcome, string Reason)? Ending { get; private set; }

    /// <summary>What the scheduler or a listener threw.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public TimeSpan Elapsed => Clock.Elapsed;

    /// <summary>Books a trial that is started, after the scheduler has been told.</summary>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="parent">The trial from whose checkpoint it goes on; null for none.</param>
    public ActiveTrial Start(Configuration configuration, ActiveTrial? parent)
    {
        // before anything is booked: a trial whose start the scheduler could not take in was never started
        scheduler.OnTrialStarted(plan.Started, configuration);
        if (plan.IsNextLast)
            scheduler.OnAllTrialsStarted();
        var epoch = parent?.CheckpointEpoch ?? 0;
        var trial = new ActiveTrial(plan.Started++, configuration, time) { CheckpointEpoch = epoch, Epoch = epoch };
        if (parent is not null)
            Checkpoints.Promise(trial.Id, parent.Id, epoch);
        Active.Add(trial.Id, trial);
        return trial;
    }

    /// <summary>
    /// A trial's evaluation is gone: it waits to be run again, from its checkpoint or else from its beginning. What it had reported stands and is not reported
    /// a second time.
    /// </summary>
    /// <param name="trial">The trial, which has an evaluation by what is known.</param>
    /// <param name="pending">What was decided at its last report and has not been carried out; null for nothing.</param>
    /// <param name="because">Why it is run again, in words.</param>
    public void RunAgain(ActiveTrial trial, Verdict? pending, string because)
    {
        trial.MoveTo(TrialState.Waiting);
        trial.WaitsBecause = because;
        trial.Recomputation = new Recomputation(trial.Epoch, pending);
        trial.Timer.Discard();
        Waiting.Enqueue(trial);
    }

    /// <summary>A worker that was told to wait may have work by now.</summary>
    public void Changed()
    {
        Changes++;
        OnChanged?.Invoke();
    }

    /// <summary>As <see cref="Changed"/>, by somebody who is not a worker: what runs may have to end or to go on.</summary>
    public void Alert()
    {
        Changed();
        Monitor.PulseAll(SyncRoot);
    }

    /// <summary>Ends the run, running trials included; the first caller's reason stands.</summary>
    public void EndNow(StudyOutcome outcome, string reason)
    {
        lock (SyncRoot)
        {
            if (Ending is not null)
                return;
            Ending = (outcome, reason);
            Alert();
        }
    }

    /// <summary>Ends the run because the scheduler or a listener threw.</summary>
    public void Fail(Exception exception)
    {
        lock (SyncRoot)
            Failure ??= ExceptionDispatchInfo.Capture(exception);
        EndNow(StudyOutcome.Failed, Words(exception));
    }

    /// <summary>Tells the listener; a listener that throws (a full disk, say) ends the run.</summary>
    public void Emit(StudyEvent studyEvent)
    {
        Events++;
        try
        {
            onEvent?.Invoke(studyEvent);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    /// <summary>Enters a trial's end in the books, and tells the scheduler if no error was handed in.</summary>
    public void End(ActiveTrial trial, TrialStatus status, string? reason, int eventsSinceDecision = 0, string? trace = null)
    {
        var isByHand = trial.State == TrialState.Stopping;
        trial.MoveTo(TrialState.Ended);
        Active.Remove(trial.Id);
        var error = status.HandsInError() ? trial.Error : null;
        var runtime = trial.Timer.Runtime;
        Books.Record(new TrialRecord(trial.Id, trial.Configuration, error, runtime, status));
        if (status != TrialStatus.Interrupted)
            Checkpoints.Forget(trial.Id);
        Emit(new TrialEnded(Elapsed, trial.Id, status, runtime, reason, eventsSinceDecision, trace));
        // that the scheduler itself stopped it, it knows
        if (!status.HandsInError() || isByHand)
            NotifyFailed(trial, status);
        if (status.HandsInError())
            EndIfTargetReached();
        PauseIfQuiet();
        Changed();
    }

    /// <summary>Ends the run if the incumbent is good enough.</summary>
    public void EndIfTargetReached()
    {
        if (options.TargetError is { } target && Books.IncumbentError <= target)
            EndNow(StudyOutcome.TargetReached, $"The target error {target} was reached.");
    }

    /// <summary>If the study is to be paused and no trial computes any more, its time stands still from now on.</summary>
    public void PauseIfQuiet()
    {
        if (!IsPauseRequested || IsPaused || Ending is not null || Suggestion is { Made: null } || Active.Values.Any(trial => !trial.IsResting))
            return;
        IsPaused = true;
        Clock.Stop();
        Emit(new StudyPaused(Elapsed));
    }

    /// <summary>Nobody has heard of a new trial and nobody will: it is as if it had never been decided on.</summary>
    public void TakeBack(ActiveTrial trial)
    {
        trial.MoveTo(TrialState.Ended);
        Active.Remove(trial.Id);
        plan.Started--;
        Checkpoints.Forget(trial.Id);
        NotifyFailed(trial, TrialStatus.Cancelled);
    }

    /// <summary>Ends a trial because a person wants it to; its last error counts.</summary>
    public void EndByHand(ActiveTrial trial) => End(
        trial, trial.Error is null ? TrialStatus.Cancelled : TrialStatus.Stopped, "A person stopped it.");

    /// <summary>Tells the scheduler that a trial will not report any more.</summary>
    public void NotifyFailed(ActiveTrial trial, TrialStatus status)
    {
        try
        {
            scheduler.OnTrialFailed(trial.Id, trial.Configuration, status);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    /// <summary>What is said of an exception.</summary>
    public static string Words(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";
}
