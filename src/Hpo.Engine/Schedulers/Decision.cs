using Hpo.Engine.Searchers;
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
    /// <param name="ParentId">
    /// The trial from whose latest checkpoint the new one goes on, as population-based training does; that trial has been paused at least once
    /// and has not ended. While its checkpoint is still being saved, the scheduler is asked again afterwards. Null to start from nothing.
    /// </param>
    public sealed record Start(Configuration Configuration, string Reason, int? ParentId = null) : Decision;

    /// <summary>
    /// Start a new trial with what a searcher will have suggested when its work is done, which takes long. Until then the scheduler is not asked again, and
    /// learns of reports as ever; that the trial was started it learns afterwards.
    /// </summary>
    /// <param name="Work">The work (<see cref="HpoSearcher.BeginSuggestion"/>), done once, on any thread.</param>
    public sealed record Propose(Func<Suggestion> Work) : Decision
    {
        /// <summary>Does the work.</summary>
        public Start Done()
        {
            var suggestion = Work();
            return new Start(suggestion.Configuration, suggestion.Reason);
        }
    }

    /// <summary>Starts what a searcher suggests, at once or when it has done its work; null when it has nothing left.</summary>
    internal static Decision? StartNext(HpoSearcher searcher, int trialId) =>
        searcher.BeginSuggestion(trialId) is { } work ? new Propose(work)
        : searcher.SampleConfiguration(trialId) is { } suggestion ? new Start(suggestion.Configuration, suggestion.Reason)
        : null;

    /// <summary>Go on with a paused trial from its checkpoint.</summary>
    /// <param name="TrialId">The trial, which is paused.</param>
    /// <param name="Reason">Why this trial, in words.</param>
    public sealed record Resume(int TrialId, string Reason) : Decision;

    /// <summary>End a paused trial for good, and ask again.</summary>
    /// <param name="TrialId">The trial, which is paused.</param>
    /// <param name="Reason">Why, in words: rung, rank, cut-off.</param>
    public sealed record Stop(int TrialId, string Reason) : Decision;

    /// <summary>Nothing now: ask again after the next report. Only allowed while a trial is running.</summary>
    public sealed record Wait : Decision;

    /// <summary>Nothing any more: there is no configuration left to try, and no trial to resume.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Exhausted(string Reason) : Decision;
}
