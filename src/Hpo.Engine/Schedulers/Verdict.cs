namespace Hpo.Engine.Schedulers;

/// <summary>The scheduler's answer to a report.</summary>
/// <param name="Kind">What becomes of the trial.</param>
/// <param name="Reason">Why, in words: rung, rank, cut-off. Null when the trial simply goes on.</param>
public readonly record struct Verdict(VerdictKind Kind, string? Reason)
{
    /// <summary>The trial goes on.</summary>
    public static Verdict Continue => new(VerdictKind.Continue, null);

    /// <summary>The trial is set aside.</summary>
    public static Verdict Pause(string reason) => new(VerdictKind.Pause, reason);

    /// <summary>The trial ends here.</summary>
    public static Verdict Stop(string reason) => new(VerdictKind.Stop, reason);
}
