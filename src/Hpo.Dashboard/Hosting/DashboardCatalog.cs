using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Hosting;

/// <summary>What studies of this dashboard can be made of.</summary>
public static class DashboardCatalog
{
    /// <summary>Slow enough to watch, fast enough for a demonstration.</summary>
    private static readonly TimeSpan SyntheticPace = TimeSpan.FromMilliseconds(250);

    public static StudyCatalog Create() => new(
    [
        new ObjectiveEntry(
            "synthetic",
            "Synthetic learning curves",
            "Made-up learning curves, four epochs a second: for trying out the dashboard. Nothing is trained.",
            _ => new SyntheticCurve(SyntheticPace)),
    ]);
}
