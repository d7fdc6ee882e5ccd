using Hpo.Engine.Schedulers;
using static Hpo.Studies.Catalog.PlanWords;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>First in, first out, as people choose it.</summary>
internal static class FirstInFirstOut
{
    /// <summary>What people choose it by.</summary>
    public static SchedulerEntry Entry => new(
        "fifo",
        "First in, first out",
        "Starts a new trial whenever a worker is free and runs every trial to its last epoch. "
        + "Nothing is ever stopped: it shows what the others save.",
        (_, searcher, _) => new BasicScheduler(searcher))
    {
        Code = ComponentCode.Of<BasicScheduler>("searcher"),
        Paper = new("Zhang, Lipton, Li and Smola", 2023, "Dive into Deep Learning, Hyperparameter Optimization API"),
        Plan = (study, _, _) => $"Every trial runs {(study.MaxEpochs == 1 ? "its one epoch" : $"all of its {Count(study.MaxEpochs, "epoch")}")}.",
    };
}
