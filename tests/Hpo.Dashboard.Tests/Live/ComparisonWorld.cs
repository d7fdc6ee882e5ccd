using System.Text.Json;
using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Live;
using Hpo.Engine.Objectives;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Tests.Live;

/// <summary>Comparisons of two methods on two objectives, in a folder of their own, and what it takes to watch them.</summary>
internal sealed class ComparisonWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ComparisonWorld()
    {
        Service = new(_folder.Path, new StudyCatalog(
        [
            new ObjectiveEntry("branin", "Branin", "For tests.", _ => new Branin()) { CreateSimulated = () => new Branin() },
            new ObjectiveEntry("curves", "Curves", "For tests.", _ => new SyntheticCurve()) { CreateSimulated = () => new SyntheticCurve() },
        ]));
        Broadcasts = new(new ComparisonServiceSource(Service), new LiveOptions(), TimeProvider.System);
    }

    public static ComparisonDefinition Definition { get; } = new()
    {
        Name = "a comparison",
        Objectives = ["branin", "curves"],
        Methods = [new("Random search", new("random"), new("fifo")), new("Local search", new("local"), new("fifo"))],
        Repetitions = 4,
        Budget = new(Trials: 10),
    };

    public static ComparisonViewRequest Incumbent { get; } = new(0, "Trials", "Mean", "Incumbent", false);

    public ComparisonService Service { get; }

    public ComparisonBroadcasts Broadcasts { get; }

    public async Task<LiveComparison> FinishedAsync()
    {
        var comparison = Service.Start(Definition);
        for (var version = 0L; comparison.Snapshot.Status != ComparisonStatus.Ended; version = comparison.Version)
            await comparison.WaitForChangeAsync(version).WaitAsync(TimeSpan.FromMinutes(1));
        return comparison;
    }

    public static JsonElement Read(EncodedFrame frame) => JsonDocument.Parse(frame.Json).RootElement;

    public void Dispose()
    {
        Service.Dispose();
        _folder.Dispose();
    }
}
