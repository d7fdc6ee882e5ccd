using Hpo.Engine.Space;
using Hpo.Studies.Catalog;

namespace Extending;

/// <summary>What the form, the command line and study files need to know of what was added.</summary>
public static class OwnCatalog
{
    /// <summary>The objective, by its name in definitions.</summary>
    public static ObjectiveEntry Descent { get; } = new("descent", "Gradient descent", "Descends on x² with a step that is to be found.", _ => new DescentObjective());

    /// <summary>The searcher.</summary>
    public static SearcherEntry Nearest { get; } = new(
        "nearest",
        "Nearest neighbour",
        "Draws a few configurations and tries the one whose nearest known neighbour had the smallest error.",
        (study, set) => new NearestSearcher(study.Space, study.InitialConfigurations, study.Seed, set.Integer("candidates")))
    {
        Learns = true,
        Parameters = [new("candidates", "Candidates", "So many configurations are drawn.", new RandInt(1, 1001), 24)],
    };

    /// <summary>The scheduler.</summary>
    public static SchedulerEntry Plateau { get; } = new(
        "plateau",
        "Plateau stopping",
        "Stops a trial whose error has not become smaller for some epochs.",
        (study, searcher, set) => new PlateauScheduler(searcher, study.MaxEpochs, set.Integer("patience")))
    {
        EndsTrialsEarly = true,
        Parameters = [new("patience", "Patience", "So many epochs may pass without a smaller error.", new RandInt(1, 1001), 3)],
        Plan = (_, _, set) => $"A trial stops after {set.Integer("patience")} epochs without a smaller error.",
    };

    /// <summary>A catalog with all of it, beside the engine's searchers and schedulers.</summary>
    public static StudyCatalog Catalog { get; } = new([Descent], [Nearest], [Plateau]);
}
