using Hpo.Dashboard.Live;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Hpo.Dashboard.Tests;

/// <summary>A test of components, with what they need of MudBlazor. Its services can only be given back asynchronously.</summary>
public abstract class ComponentTest : BunitContext, IAsyncLifetime
{
    protected ComponentTest()
    {
        Services.AddMudServices();
        Services.AddSingleton<PageTimers>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
