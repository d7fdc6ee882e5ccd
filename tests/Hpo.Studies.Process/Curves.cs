using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Process;

/// <summary>What the studies are made of that several processes share in tests: made-up learning curves in real time.</summary>
public static class Curves
{
    private static readonly SyntheticCurve Curve = new(TimeSpan.FromMilliseconds(5));

    /// <summary>The catalog of all these processes.</summary>
    public static StudyCatalog Catalog { get; } = new([new ObjectiveEntry("curve", "A curve", "For tests.", _ => Curve)]);

    /// <summary>A study that reports two hundred times a second.</summary>
    public static StudyDefinition Study(int trials, int epochs = 10) => new()
    {
        Name = "a shared study",
        Objective = new("curve"),
        Space = Curve.DefaultSpace,
        InitialConfigurations = [Curve.DefaultConfiguration],
        Searcher = new("random"),
        Scheduler = new("fifo"),
        Stop = new(trials),
        MaxEpochs = epochs,
        Seed = 5,
    };
}
