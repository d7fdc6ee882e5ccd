using Hpo.Comparisons.Running;
using Hpo.Studies.Catalog;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

/// <summary>A data folder for comparisons.</summary>
public abstract class ComparisonTest : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static async Task UntilEnded(LiveComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        for (var version = 0L; !comparison.Snapshot.HasEnded; version = comparison.Version)
            await comparison.WaitForChangeAsync(version, patience.Token);
    }

    protected ComparisonService Open(StudyCatalog? catalog = null, int? threads = null) => new(Folder.Path, catalog ?? Catalog, threads: threads);
}
