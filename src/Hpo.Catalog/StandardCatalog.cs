using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;
using Hpo.Training.Data;

namespace Hpo.Catalog;

/// <summary>What studies can be made of, in the dashboard and on the command line.</summary>
public static class StandardCatalog
{
    /// <summary>Slow enough to watch, fast enough for a demonstration.</summary>
    private static readonly TimeSpan SyntheticPace = TimeSpan.FromMilliseconds(250);

    /// <summary>A catalog over a data set, which is loaded when the first trial needs it.</summary>
    public static StudyCatalog Create(FashionMnistSource data) => new(
    [
        .. TrainedNetworks.Entries(data),
        new ObjectiveEntry(
            "synthetic",
            "Synthetic learning curves",
            "Made-up learning curves, for trying out the dashboard. Nothing is trained.",
            _ => new SyntheticCurve(SyntheticPace))
        {
            Code = ComponentCode.Of<SyntheticCurve>(""),
            CreateSimulated = () => new SyntheticCurve(),
            Pace = "Four epochs a second.",
        },
        .. RecordedTrainings.Entries,
        .. TestFunctions.Entries,
    ]);
}
