using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// First in, first out (the chapter's <c>BasicScheduler</c>): whenever a worker is free it starts what the searcher suggests, and every
/// trial runs to its last epoch. The searcher learns the error after that epoch.
/// </summary>
/// <param name="searcher">Suggests the configurations.</param>
public sealed class BasicScheduler(HpoSearcher searcher) : HpoScheduler
{
    /// <inheritdoc/>
    public override Decision Suggest(int? trialId)
    {
        if (trialId is not { } newTrialId)
            return new Decision.Exhausted("All trials have been started, and none is ever paused.");
        return Decision.StartNext(searcher, newTrialId)
            ?? new Decision.Exhausted("Every configuration of the space has been tried.");
    }

    /// <inheritdoc/>
    public override Verdict Update(Configuration configuration, double error, TrialInfo info)
    {
        if (info.IsFinal)
            searcher.Update(configuration, error, info);
        return Verdict.Continue;
    }

    /// <inheritdoc/>
    public override void OnTrialStarted(int trialId, Configuration configuration) => searcher.OnTrialStarted(trialId, configuration);

    /// <inheritdoc/>
    public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status) =>
        searcher.OnTrialFailed(trialId, configuration, status);
}
