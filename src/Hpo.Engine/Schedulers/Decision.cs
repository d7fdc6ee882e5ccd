using Hpo.Engine.Space;

namespace Hpo.Engine.Schedulers;

/// <summary>What a free worker does next.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Start a new trial.</summary>
    /// <param name="Configuration">Its configuration.</param>
    /// <param name="Reason">Why this configuration, in words.</param>
    public sealed record Start(Configuration Configuration, string Reason) : Decision;

    /// <summary>Go on with a paused trial from its checkpoint.</summary>
    /// <param name="TrialId">The trial, which is paused.</param>
    /// <param name="Reason">Why this trial, in words.</param>
    public sealed record Resume(int TrialId, string Reason) : Decision;

    /// <summary>Nothing now: ask again after the next report. Only allowed while a trial is running.</summary>
    public sealed record Wait : Decision;

    /// <summary>Nothing any more: there is no configuration left to try, and no trial to resume.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Exhausted(string Reason) : Decision;
}
