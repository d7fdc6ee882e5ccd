namespace Hpo.Engine.Trials;

/// <summary>What a trial has taken, pauses not counted.</summary>
internal sealed class TrialTimer(TimeProvider time)
{
    private TimeSpan _before;
    private long? _since;

    /// <summary>What of <see cref="Counted"/> its last checkpoint holds.</summary>
    private TimeSpan _kept;

    /// <summary>What the decisions to start and to resume it took.</summary>
    public TimeSpan Decisions { get; set; }

    /// <summary>What evaluations took whose results are gone; it counts as runtime, and not towards the time a trial may take.</summary>
    public TimeSpan Discarded { get; private set; }

    /// <summary>What its evaluations have taken so far.</summary>
    public TimeSpan Evaluated => _since is { } since ? _before + time.GetElapsedTime(since) : _before;

    /// <summary>What counts towards the time a trial may take.</summary>
    public TimeSpan Counted => Evaluated - Discarded;

    /// <summary>Decisions and evaluations so far.</summary>
    public TimeSpan Runtime => Decisions + Evaluated;

    /// <summary>Its evaluation begins, or goes on.</summary>
    public void Start() => (_before, _since) = (Evaluated, time.GetTimestamp());

    /// <summary>Nothing computes for it.</summary>
    public void Stop() => (_before, _since) = (Evaluated, null);

    /// <summary>Sets what it had taken in all, while nothing computes for it.</summary>
    public void Set(TimeSpan runtime) => (_before, _since) = (runtime, null);

    /// <summary>A checkpoint holds what it has come to.</summary>
    public void Keep() => _kept = Counted;

    /// <summary>It is computed again from its last checkpoint; from its beginning if it has none.</summary>
    public void Discard() => Discarded = Evaluated - _kept;

    /// <summary>It is computed again from its beginning.</summary>
    public void DiscardAll()
    {
        _kept = TimeSpan.Zero;
        Discard();
    }
}
