using Hpo.Engine.Tuning;
using Hpo.Studies;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Hosting;

/// <summary>Finds out what there is to tell about objectives while the program starts, behind what answers people, so that no page has to wait for it.</summary>
public sealed class MeasuredObjectives(StudyCatalog catalog, ILogger<MeasuredObjectives> logger) : BackgroundService
{
    private readonly GuardedWork _work = new(logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _work.StartLong("finding out about objectives", "pages find out themselves", () => BackgroundPriority.Run(() => Measure(stoppingToken)));

    /// <summary>One that cannot be measured says so where it is shown; a fault of this service would end the program.</summary>
    private void Measure(CancellationToken stoppingToken)
    {
        foreach (var entry in catalog.Objectives.Where(entry => entry.Measured is not null).TakeWhile(_ => !stoppingToken.IsCancellationRequested))
            _work.Do($"finding out about the objective {entry.Type}", "its page finds out itself", () => entry.Measured!());
    }
}
