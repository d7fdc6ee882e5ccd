using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;

namespace Hpo.Catalog;

/// <summary>Learning curves that are made up, as people choose them.</summary>
internal static class SyntheticCurves
{
    /// <summary>Slow enough to watch, fast enough for a demonstration.</summary>
    private static readonly TimeSpan EpochPace = TimeSpan.FromMilliseconds(250);

    public static ObjectiveEntry Entry => new(
        "synthetic",
        "Synthetic learning curves",
        "Made-up learning curves, for trying out the dashboard. Nothing is trained.",
        _ => new SyntheticCurve(EpochPace))
    {
        Code = ComponentCode.Of<SyntheticCurve>(""),
        CreateSimulated = () => new SyntheticCurve(),
        Pace = "Four epochs a second.",
    };
}
