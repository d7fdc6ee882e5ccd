namespace Hpo.EndToEnd.Tests.World;

/// <summary>A dashboard that lets go of a page as soon as its connection is lost.</summary>
public sealed class ForgetfulApp : IAsyncLifetime
{
    public RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await RunningApp.StartWithAsync("HPO_PAGE_RETENTION", "00:00:00.001");

    public async Task DisposeAsync() => await App.DisposeAsync();
}
