using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Studies.Catalog;

namespace Hpo.Comparisons.Running;

/// <summary>Runs all methods of a repetition at once, by the clock, each with its own workers and an equal share of the cores; repetition after repetition.</summary>
/// <param name="definition">What to run.</param>
/// <param name="catalog">What it is made of.</param>
/// <param name="record">Told of every incumbent and result, from any thread.</param>
/// <param name="report">Told how far methods have come, from any thread.</param>
/// <param name="time">The clock.</param>
internal sealed class RaceRunner(
    ComparisonDefinition definition, StudyCatalog catalog, Action<ComparisonEvent> record, Action<LaneProgress> report, TimeProvider time) : IComparisonRunner
{
    private readonly int _threadsPerTrial = Math.Max(1, Environment.ProcessorCount / (definition.Methods.Length * definition.Workers));

    public void Run(IReadOnlyList<Lane> lanes, CancellationToken cancellationToken)
    {
        foreach (var heat in lanes.GroupBy(lane => (lane.Repetition, lane.Objective)))
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            RunHeat([.. heat], cancellationToken);
        }
    }

    private void RunHeat(Lane[] lanes, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var line = new Barrier(lanes.Length);
        var failures = new List<Exception>();
        var threads = lanes.Select(lane => new Thread(() => RunOne(lane)) { IsBackground = true, Name = $"race of method {lane.Method}" }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (failures.Count > 0)
            throw failures[0];

        void RunOne(Lane lane)
        {
            try
            {
                var race = new RaceLane(definition, catalog, lane, _threadsPerTrial, record, report, time);
                // all are there at once, so that nobody need be called off here
                line.SignalAndWait(CancellationToken.None);
                race.Run(stop.Token);
            }
            catch (Exception exception)
            {
                lock (failures)
                    failures.Add(exception);
                stop.Cancel();
            }
        }
    }
}
