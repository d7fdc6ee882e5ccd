using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Tuning;

namespace Hpo.Bench.Fidelity;

/// <summary>One study of random configurations under a scheduler, on one worker, counted in epochs.</summary>
internal static class FidelityStudy
{
    /// <summary>Runs every trial to its end.</summary>
    /// <returns>The epochs spent and the smallest error.</returns>
    public static (int Epochs, double Error) RunAll(Objective objective, int maxEpochs, int trials, long seed)
    {
        var epochs = 0;
        var tuner = Tuner(objective, searcher => new BasicScheduler(searcher), maxEpochs, seed, null, _ => epochs++);
        tuner.Run(trials);
        return (epochs, tuner.IncumbentError ?? double.PositiveInfinity);
    }

    /// <summary>Runs until a trial has handed in an error as small as the target.</summary>
    /// <returns>The epochs spent until then; null if the budget was not enough.</returns>
    public static int? RunUntil(
        Objective objective, Func<HpoSearcher, HpoScheduler> scheduler, int maxEpochs, long seed, double target, int budget)
    {
        var epochs = 0;
        HpoTuner tuner = null!;
        tuner = Tuner(objective, scheduler, maxEpochs, seed, target, _ =>
        {
            if (++epochs > budget)
                tuner.Cancel();
        });
        tuner.Run(budget);
        return tuner.IncumbentError <= target ? epochs : null;
    }

    private static HpoTuner Tuner(
        Objective objective, Func<HpoSearcher, HpoScheduler> scheduler, int maxEpochs, long seed, double? target, Action<EpochReported> onEpoch)
    {
        var options = new TunerOptions { MaxEpochs = maxEpochs, Seed = seed, TargetError = target };
        return new HpoTuner(scheduler(new RandomSearcher(objective.DefaultSpace, seed: seed)), objective, options, studyEvent =>
        {
            // a training that diverges reports no error: its last epoch is not counted for any method
            if (studyEvent is EpochReported report)
                onEpoch(report);
        });
    }
}
