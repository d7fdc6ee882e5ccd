namespace Hpo.Engine.Schedulers;

/// <summary>The scheduler's answer to a report.</summary>
/// <param name="Kind">What becomes of the trial.</param>
/// <param name="Reason">Why, in words: rung, rank, cut-off. Null when the trial simply goes on.</param>
/// <param name="Standing">Where the trial stands on a rung of the scheduler's; null between rungs, and for schedulers without rungs.</param>
public readonly record struct Verdict(VerdictKind Kind, string? Reason, RungStanding? Standing = null)
{
    /// <summary>The trial goes on.</summary>
    public static Verdict Continue => new(VerdictKind.Continue, null);

    /// <summary>The trial is set aside.</summary>
    public static Verdict Pause(string reason, RungStanding? standing = null) => new(VerdictKind.Pause, reason, standing);

    /// <summary>The trial ends here.</summary>
    public static Verdict Stop(string reason, RungStanding? standing = null) => new(VerdictKind.Stop, reason, standing);

    /// <summary>The trial has reached a rung and goes on.</summary>
    public static Verdict GoOn(string reason, RungStanding standing) => new(VerdictKind.Continue, reason, standing);
}
