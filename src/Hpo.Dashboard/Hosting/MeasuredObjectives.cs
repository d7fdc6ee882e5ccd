using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Hosting;

/// <summary>Finds out what there is to tell about objectives while the program starts, behind what answers people, so that no page has to wait for it.</summary>
public sealed class MeasuredObjectives(StudyCatalog catalog) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () => BackgroundPriority.Run(() =>
        {
            foreach (var measured in catalog.Objectives.Select(entry => entry.Measured).TakeWhile(_ => !stoppingToken.IsCancellationRequested))
                measured?.Invoke();
        }),
        stoppingToken);
}
