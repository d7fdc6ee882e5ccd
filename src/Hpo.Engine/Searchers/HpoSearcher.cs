using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Searchers;

/// <summary>
/// Decides which configuration to try next (the chapter's <c>HPOSearcher</c>). Called by one thread at a time. What it suggests depends
/// only on its seed, the trial's number and the calls made before, so that a study can be repeated.
/// </summary>
public abstract class HpoSearcher
{
    /// <summary>
    /// Learns an error of an earlier study (a warm start), before the first suggestion. It is no trial of this study: it has no number, is never
    /// pending and counts nowhere else. A searcher that does not learn ignores it.
    /// </summary>
    /// <param name="configuration">A configuration of the space.</param>
    /// <param name="error">Its error; finite.</param>
    /// <param name="epochs">After how many epochs; errors after different numbers of epochs are not compared.</param>
    public virtual void Observe(Configuration configuration, double error, int epochs)
    {
    }

    /// <summary>Suggests the configuration of a new trial.</summary>
    /// <param name="trialId">The number the trial will have, from 0, each asked for at most once and in order; a trial that a person asked for is left out.</param>
    /// <returns>The suggestion; null when the space is exhausted.</returns>
    public abstract Suggestion? SampleConfiguration(int trialId);

    /// <summary>
    /// Begins a suggestion that takes long: what is known by now is read, and the work is left to whoever asks, so that nobody waits for it. Until it is done,
    /// the searcher may learn errors and failures, which the suggestion does not know of; it is asked for no other suggestion and no trial is started.
    /// </summary>
    /// <param name="trialId">As for <see cref="SampleConfiguration"/>, which is not called for this trial if there is work.</param>
    /// <returns>The work, which is done once, on any thread; null when <see cref="SampleConfiguration"/> answers at once.</returns>
    public virtual Func<Suggestion>? BeginSuggestion(int trialId) => null;

    /// <summary>Learns the error of a configuration. NaN and infinities never arrive here: see <see cref="OnTrialFailed"/>.</summary>
    public virtual void Update(Configuration configuration, double error, TrialInfo info)
    {
    }

    /// <summary>Learns that a trial is pending: it was started and its error is not known yet.</summary>
    public virtual void OnTrialStarted(int trialId, Configuration configuration)
    {
    }

    /// <summary>Learns that a trial will not report any more because it failed, timed out, was cancelled, or was stopped by a person: it is no longer pending.</summary>
    public virtual void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status)
    {
    }
}
