namespace Hpo.Dashboard.Tests;

/// <summary>An empty folder that goes with its owner.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hpo-test-").FullName;

    public void Dispose()
    {
        // an owner may be disposed twice, as WebApplicationFactory is
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
