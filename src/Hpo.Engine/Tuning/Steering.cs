using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// What a person does to a study while it runs. Everything takes effect at once or is refused in words; what takes effect is an event. May be called
/// from any thread.
/// </summary>
internal sealed class Steering(RunState state)
{
    private const string HasEnded = "The study has ended.";
    private const string IsStopping = "The study is stopping and starts no more trials. Undo the stop first.";

    /// <summary>Gives no more work to workers; running trials stop computing at the end of their epochs.</summary>
    public string? Pause() => Do(
        () => state.IsPauseRequested ? "The study is paused already." : null,
        () =>
        {
            state.IsPauseRequested = true;
            state.Emit(new PauseRequested(state.Elapsed));
            state.PauseIfQuiet();
        });

    /// <summary>Goes on after <see cref="Pause"/>.</summary>
    public string? GoOn() => Do(
        () => state.IsPauseRequested ? null : "The study is not paused.",
        () =>
        {
            state.IsPauseRequested = state.IsPaused = false;
            state.Clock.GoOn();
            state.Emit(new StudyContinued(state.Elapsed));
        });

    /// <summary>Starts no more trials; the running ones come to their end.</summary>
    public string? RequestStop() => Do(
        () => state.IsStopRequested ? "The study is stopping already." : null,
        () =>
        {
            state.IsStopRequested = true;
            state.Emit(new StopRequested(state.Elapsed));
        });

    /// <summary>Takes <see cref="RequestStop"/> back, as long as trials are running.</summary>
    public string? WithdrawStop() => Do(
        () => state.IsStopRequested ? null : "The study is not stopping.",
        () =>
        {
            state.IsStopRequested = false;
            state.Emit(new StopWithdrawn(state.Elapsed));
        });

    /// <summary>Ends the run, running trials included.</summary>
    public string? Cancel()
    {
        lock (state.SyncRoot)
        {
            if (state.Ending is not null)
                return HasEnded;
            state.EndNow(StudyOutcome.Cancelled, "Cancelled, running trials included.");
            return null;
        }
    }

    /// <summary>Changes the number of trials.</summary>
    public string? SetNumberOfTrials(int trials) => Do(
        () => trials == state.Plan.NumberOfTrials ? $"There are {trials} trials already."
            : trials < state.Plan.Fewest ? $"{state.Plan.Started} trials have been started and {state.Plan.Enqueued.Count} configurations wait: there cannot be fewer than {state.Plan.Fewest}."
            : trials > state.Plan.NumberOfTrials && state.IsStopRequested ? IsStopping
            : null,
        () =>
        {
            state.Plan.SetNumberOfTrials(trials);
            state.Exhausted = null;
            state.Emit(new NumberOfTrialsChanged(state.Elapsed, trials));
        });

    /// <summary>Changes the number of workers; when there are fewer, those too many finish what they run.</summary>
    public string? SetWorkers(int workers) => Do(
        () => workers < 1 ? "There must be at least 1 worker."
            : workers == state.Workers ? $"The number of workers is {workers} already."
            : null,
        () =>
        {
            state.Workers = workers;
            state.Emit(new WorkersChanged(state.Elapsed, workers));
        });

    /// <summary>Has a configuration tried before anything else that is new.</summary>
    public string? Enqueue(Configuration configuration, out int number)
    {
        lock (state.SyncRoot)
        {
            number = state.Plan.NextEnqueued;
            return Do(
                () => state.IsStopRequested ? IsStopping : null,
                () =>
                {
                    var enqueued = state.Plan.Enqueue(configuration);
                    state.Emit(new ConfigurationEnqueued(state.Elapsed, enqueued.Number, configuration, state.Plan.NumberOfTrials));
                });
        }
    }

    /// <summary>Takes back a configuration that has not been started.</summary>
    public string? Withdraw(int number) => Do(
        () => state.Plan.Enqueued.Any(enqueued => enqueued.Number == number) ? null : "This configuration does not wait any more.",
        () =>
        {
            state.Plan.Withdraw(number);
            state.Emit(new ConfigurationWithdrawn(state.Elapsed, number, state.Plan.NumberOfTrials));
        });

    /// <summary>Ends one trial: at once when it is paused, within an epoch's step when it runs.</summary>
    public string? StopTrial(int trialId) => Do(
        () => trialId < 0 || trialId >= state.Plan.Started ? $"There is no trial {trialId} yet."
            : !state.Active.TryGetValue(trialId, out var trial) ? $"Trial {trialId} has ended."
            : trial.State == TrialState.Stopping ? $"Trial {trialId} is being stopped already."
            : null,
        () =>
        {
            var trial = state.Active[trialId];
            var hasEvaluation = trial.State is not (TrialState.Paused or TrialState.Waiting);
            trial.MoveTo(TrialState.Stopping);
            state.Emit(new TrialStopRequested(state.Elapsed, trialId));
            if (!hasEvaluation)
                state.EndByHand(trial);
        });

    /// <summary>Does something unless there is a reason not to, and tells whoever runs something.</summary>
    private string? Do(Func<string?> refusal, Action action)
    {
        lock (state.SyncRoot)
        {
            if (state.Ending is not null)
                return HasEnded;
            if (refusal() is { } reason)
                return reason;
            try
            {
                action();
                state.Alert();
            }
            catch (Exception exception)
            {
                // what threw is the scheduler, which was told of it
                state.Fail(exception);
            }

            return null;
        }
    }
}
