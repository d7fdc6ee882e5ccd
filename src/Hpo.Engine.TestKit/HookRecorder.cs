using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.TestKit;

/// <summary>Random search that keeps what it was told, call by call.</summary>
public sealed class HookRecorder(int? numberOfConfigurations = null, long seed = 0) : ConfigSpaceSearcher(TestSpaces.Line, null, seed)
{
    public List<int> Sampled { get; } = [];

    public List<(int TrialId, Configuration Configuration)> Started { get; } = [];

    public List<(int TrialId, int Epoch, double Error)> Updates { get; } = [];

    public List<(int TrialId, TrialStatus Status)> Failed { get; } = [];

    public HashSet<int> Pending { get; } = [];

    public override void OnTrialStarted(int trialId, Configuration configuration)
    {
        Started.Add((trialId, configuration));
        Pending.Add(trialId);
    }

    public override void Update(Configuration configuration, double error, TrialInfo info)
    {
        Assert.Equal(Started.Single(trial => trial.TrialId == info.TrialId).Configuration, configuration);
        Updates.Add((info.TrialId, info.Epoch, error));
        Pending.Remove(info.TrialId);
    }

    public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status)
    {
        Failed.Add((trialId, status));
        Pending.Remove(trialId);
    }

    protected override Suggestion? Propose(int trialId, int attempt)
    {
        Sampled.Add(trialId);
        return Sampled.Count > numberOfConfigurations ? null : new Suggestion(Space.Sample(RandomFor(trialId, attempt, "test")), "drawn for a test");
    }
}
