using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tuning;

/// <summary>A trial that is running or paused, as the tuner sees it.</summary>
internal sealed class ActiveTrial(int id, Configuration configuration)
{
    public int Id { get; } = id;

    public Configuration Configuration { get; } = configuration;

    /// <summary>The last reported error; null before the first report.</summary>
    public double? Error { get; set; }

    /// <summary>The epoch of the last report; before the first, that of the checkpoint the trial began with.</summary>
    public int Epoch { get; set; }

    /// <summary>After how many epochs it was paused last, or the checkpoint was made that it began with; 0 for neither.</summary>
    public int CheckpointEpoch { get; set; }

    /// <summary>Whether it has begun; of one that has not, nobody has heard yet.</summary>
    public bool IsBegun { get; set; }

    /// <summary>The epoch up to which what is computed again is not reported again.</summary>
    public int KnownEpoch { get; set; }

    /// <summary>What was decided about it at that epoch and had not been done when the study was interrupted; null for nothing.</summary>
    public Verdict? Owed { get; set; }

    /// <summary>What earlier stretches took whose result is lost; it counts as runtime, and not towards the time a trial may take.</summary>
    public TimeSpan Lost { get; set; }

    /// <summary>Whether the scheduler has paused it; its worker may still be saving the checkpoint.</summary>
    public bool IsPausing { get; set; }

    /// <summary>Whether its checkpoint is saved and no worker has it.</summary>
    public bool IsPaused { get; set; }

    /// <summary>Whether its worker waits after an epoch, because a person has paused the study.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether a person wants it to end.</summary>
    public bool IsStopRequested { get; set; }

    /// <summary>Whether nothing computes for it.</summary>
    public bool IsResting => IsPaused || IsHeld;

    /// <summary>Whether a worker has been told to resume it, and will as soon as it is paused.</summary>
    public bool IsPromised { get; set; }

    /// <summary>The time stamp at which the present stretch of work began.</summary>
    public long Began { get; set; }

    /// <summary>What the evaluation took in earlier stretches.</summary>
    public TimeSpan EvaluatedBefore { get; set; }

    /// <summary>What the decisions to start and to resume it took.</summary>
    public TimeSpan DecisionTime { get; set; }

    /// <summary>What the evaluation has taken so far, pauses not counted.</summary>
    public TimeSpan Evaluated(TimeProvider time) => IsResting ? EvaluatedBefore : EvaluatedBefore + time.GetElapsedTime(Began);

    /// <summary>Its worker waits from now on: its time stands still.</summary>
    public void Hold(TimeProvider time)
    {
        EvaluatedBefore = Evaluated(time);
        IsHeld = true;
    }

    /// <summary>Its worker goes on.</summary>
    public void GoOn(TimeProvider time)
    {
        Began = time.GetTimestamp();
        IsHeld = false;
    }

    /// <summary>Decisions and evaluation so far, pauses not counted.</summary>
    public TimeSpan Runtime(TimeProvider time) => DecisionTime + Evaluated(time);
}
