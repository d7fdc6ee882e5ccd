namespace Hpo.EndToEnd.Tests.World;

/// <summary>The browser tests run one after another: they share one Chromium, and two cores.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Browser>
{
    public const string Name = "Browser";
}
