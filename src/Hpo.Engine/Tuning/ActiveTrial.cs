using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>A trial that has not ended, as the tuner sees it.</summary>
internal sealed class ActiveTrial(int id, Configuration configuration, TimeProvider time)
{
    public int Id { get; } = id;

    public Configuration Configuration { get; } = configuration;

    /// <summary>Where it stands.</summary>
    public TrialState State { get; private set; }

    /// <summary>How many attempts at it there have been; the number of the latest.</summary>
    public int Attempt { get; private set; }

    /// <summary>What it has taken.</summary>
    public TrialTimer Timer { get; } = new(time);

    /// <summary>The last reported error; null before the first report.</summary>
    public double? Error { get; set; }

    /// <summary>The epoch of the last report; before the first, that of the checkpoint the trial began with.</summary>
    public int Epoch { get; set; }

    /// <summary>After how many epochs it was paused last, or the checkpoint was made that it began with; 0 for neither.</summary>
    public int CheckpointEpoch { get; set; }

    /// <summary>What it computes a second time; null when nothing.</summary>
    public Recomputation? Recomputation { get; set; }

    /// <summary>How often an attempt at it was lost.</summary>
    public int Losses { get; set; }

    /// <summary>Why it is run again, when it is.</summary>
    public string WaitsBecause { get; set; } = "";

    /// <summary>Why the scheduler paused it, from then on until it is paused.</summary>
    public string PauseReason { get; set; } = "";

    /// <summary>Whether nothing computes for it.</summary>
    public bool IsResting => State is TrialState.Paused or TrialState.Held or TrialState.Waiting;

    /// <summary>Whether the scheduler has paused it, and its checkpoint is there, or is on its way.</summary>
    public bool IsPausedByScheduler => State is TrialState.Saving or TrialState.Paused || Recomputation is { Pending.Kind: VerdictKind.Pause };

    /// <summary>Whether its checkpoint is on its way.</summary>
    public bool IsPausing => IsPausedByScheduler && State != TrialState.Paused;

    /// <summary>An attempt at it that was made before an interruption.</summary>
    public void CountAttempt() => Attempt++;

    /// <summary>Makes a move of its life; its time goes on or stands still with it.</summary>
    /// <exception cref="InvalidOperationException">The move is not one; nothing has changed.</exception>
    public void MoveTo(TrialState state)
    {
        RequireMove(state);
        if (state == TrialState.Running && State != TrialState.Held)
            Attempt++;
        State = state;
        if (state == TrialState.Running)
            Timer.Start();
        else if (IsResting || state == TrialState.Ended)
            Timer.Stop();
    }

    /// <summary>Sees to it that a move can be made, before anything is done about it.</summary>
    /// <exception cref="InvalidOperationException">It cannot.</exception>
    public void RequireMove(TrialState state)
    {
        if (!TrialLife.IsLegal(State, state))
            throw new InvalidOperationException($"Trial {Id} is {Name(State)}: it cannot become {Name(state)}.");
    }

    /// <summary>Sees to it that its evaluation may speak.</summary>
    /// <exception cref="InvalidOperationException">It has none, or that rests.</exception>
    public void RequireRunning()
    {
        if (State != TrialState.Running)
            throw new InvalidOperationException($"Trial {Id} is {Name(State)}: it cannot report, which only a running one can.");
    }

    /// <summary>Sees to it that it has an evaluation, which can end.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public void RequireEvaluation()
    {
        if (State is not (TrialState.Running or TrialState.Held or TrialState.Saving or TrialState.Stopping))
            throw new InvalidOperationException($"Trial {Id} is {Name(State)}: it has no evaluation that could end.");
    }

    private static string Name(TrialState state) => state.ToString().ToLowerInvariant();
}
