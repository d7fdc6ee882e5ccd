using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Running;
using Hpo.Dashboard.Access;
using Hpo.Dashboard.Hosting;
using Hpo.Dashboard.Live;
using Hpo.Dashboard.Live.Rooms;
using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Studies.Catalog;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Hpo.Dashboard.Tests.Comparisons;

/// <summary>A folder of comparisons, and the pages' services over it.</summary>
internal sealed class ComparisonWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ComparisonWorld() => Service = new ComparisonService(_folder.Path, Catalog);

    public StudyCatalog Catalog { get; } = Contests.Catalog();

    public ComparisonService Service { get; }

    public void AddTo(BunitContext context, Visitor? visitor = null)
    {
        context.Services.AddVisitor(visitor);
        context.Services.AddSingleton(TimeProvider.System);
        context.Services.AddSingleton<PageTimers>();
        context.Services.AddSingleton(Service);
        context.Services.AddSingleton(Catalog);
        context.Services.AddSingleton(new SharedCodes(Service.WatchCodes, Service.WatchCodes));
        context.Services.AddSingleton(new WatchRooms(new LiveOptions(), TimeProvider.System));
        context.Services.AddSingleton(new ShareAddress(new DashboardOptions { Urls = "http://127.0.0.1:5080", DataFolder = "" }));
        context.Services.AddScoped(_ => new ComparisonForm(Catalog, Contests.Small()));
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("./Components/Forms/FormScope.razor.js").Mode = JSRuntimeMode.Loose;
    }

    /// <summary>Runs a comparison to its end.</summary>
    public async Task<LiveComparison> FinishedAsync(ComparisonDefinition? definition = null)
    {
        var comparison = Service.Start(definition ?? Contests.Small());
        while (comparison.Snapshot.Status == ComparisonStatus.Running)
            await comparison.WaitForChangeAsync(comparison.Version).WaitAsync(TimeSpan.FromMinutes(1));
        return comparison;
    }

    public void Dispose()
    {
        Service.Dispose();
        _folder.Dispose();
    }
}
