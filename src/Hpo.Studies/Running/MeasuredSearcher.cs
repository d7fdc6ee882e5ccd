using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Studies.Running;

/// <summary>A searcher whose suggestions are timed for <see cref="StudyMetrics"/>. It forwards everything; nothing of the study depends on it.</summary>
/// <param name="inner">The searcher.</param>
/// <param name="type">Its key in the catalog.</param>
/// <param name="time">The clock.</param>
internal sealed class MeasuredSearcher(HpoSearcher inner, string type, TimeProvider time) : HpoSearcher
{
    public override void Observe(Configuration configuration, double error, int epochs) => inner.Observe(configuration, error, epochs);

    public override Suggestion? SampleConfiguration(int trialId) => Timed(() => inner.SampleConfiguration(trialId));

    public override Func<Suggestion>? BeginSuggestion(int trialId) => inner.BeginSuggestion(trialId) is { } work ? () => Timed(work) : null;

    public override void Update(Configuration configuration, double error, TrialInfo info) => inner.Update(configuration, error, info);

    public override void OnTrialStarted(int trialId, Configuration configuration) => inner.OnTrialStarted(trialId, configuration);

    public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status) => inner.OnTrialFailed(trialId, configuration, status);

    private T Timed<T>(Func<T> suggest)
    {
        var began = time.GetTimestamp();
        var suggestion = suggest();
        StudyMetrics.Suggested(type, time.GetElapsedTime(began));
        return suggestion;
    }
}
