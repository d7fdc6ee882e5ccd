using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Support;

/// <summary>
/// A searcher that keeps what it was told. Each suggestion depends on everything told before, in its order, as that of a model-based searcher
/// does.
/// </summary>
internal sealed class RecordingSearcher(int? numberOfConfigurations = null) : HpoSearcher
{
    private long _history;

    public Dictionary<int, Configuration> Suggested { get; } = [];

    public HashSet<int> Pending { get; } = [];

    public List<(int TrialId, Configuration Configuration, double Error)> Learned { get; } = [];

    public Dictionary<int, TrialStatus> Failed { get; } = [];

    public override Suggestion? SampleConfiguration(int trialId)
    {
        if (trialId >= numberOfConfigurations)
            return null;
        Suggested.Add(trialId, TestSpaces.At(RandomStream.Derive(_history, trialId, "suggestion").NextDouble()));
        return new Suggestion(Suggested[trialId], "from what was learned");
    }

    public override void OnTrialStarted(int trialId, Configuration configuration) => Assert.True(Pending.Add(trialId));

    public override void Update(Configuration configuration, double error, TrialInfo info)
    {
        Assert.True(Pending.Remove(info.TrialId));
        _history = RandomStream.DeriveSeed(_history ^ BitConverter.DoubleToInt64Bits(error), info.TrialId, "history");
        Learned.Add((info.TrialId, configuration, error));
    }

    public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status)
    {
        Assert.True(Pending.Remove(trialId));
        Failed.Add(trialId, status);
    }
}
