using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tests.Support;

/// <summary>A scheduler made of functions; by default it starts trials at x = 0.5 and lets all of them go on.</summary>
internal sealed class ScriptedScheduler : HpoScheduler
{
    public Func<Objective, int, IReadOnlyList<Problem>> OnCheck { get; init; } = (_, _) => [];

    public IReadOnlyList<Bracket> Ladders { get; init; } = [];

    public override IReadOnlyList<Bracket> Brackets => Ladders;

    public Func<int?, Decision> OnSuggest { get; init; } = StartAll;

    public Func<Configuration, double, TrialInfo, Verdict> OnUpdate { get; init; } = (_, _, _) => Verdict.Continue;

    public Action<int> OnStarted { get; init; } = _ => { };

    public Action<int, TrialStatus> OnFailed { get; init; } = (_, _) => { };

    public static Decision StartAll(int? trialId) =>
        trialId is null ? new Decision.Exhausted("All have been started.") : new Decision.Start(TestSpaces.At(0.5), "by script");

    /// <summary>One that pauses every trial after its first epoch, and resumes them in order when all have been started.</summary>
    public static ScriptedScheduler PauseOnce()
    {
        var paused = new Queue<int>();
        return new ScriptedScheduler
        {
            OnSuggest = trialId => trialId is not null ? StartAll(trialId)
                : paused.TryDequeue(out var next) ? new Decision.Resume(next, "promoted")
                : new Decision.Exhausted("done"),
            OnUpdate = (_, _, info) =>
            {
                if (info.Epoch > 1)
                    return Verdict.Continue;
                paused.Enqueue(info.TrialId);
                return Verdict.Pause("rung 1");
            },
        };
    }

    public override IReadOnlyList<Problem> CheckObjective(Objective objective, int maxEpochs) => OnCheck(objective, maxEpochs);

    public override Decision Suggest(int? trialId) => OnSuggest(trialId);

    public override Verdict Update(Configuration configuration, double error, TrialInfo info) => OnUpdate(configuration, error, info);

    public override void OnTrialStarted(int trialId, Configuration configuration) => OnStarted(trialId);

    public override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status) => OnFailed(trialId, status);
}
