using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Engine.Objectives;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;

namespace Hpo.Comparisons.Running;

/// <summary>
/// Runs repetitions in simulated time on several threads of its own, below normal priority, so that a web server in the same process stays
/// responsive. Each repetition runs on one thread: the results do not depend on how many there are.
/// </summary>
/// <param name="definition">What to run.</param>
/// <param name="catalog">What it is made of.</param>
/// <param name="threads">How many repetitions run at the same time.</param>
/// <param name="record">Told of every result, from any thread.</param>
/// <param name="time">The clock.</param>
internal sealed class SimulatedRunner(
    ComparisonDefinition definition, StudyCatalog catalog, int threads, Action<ComparisonEvent> record, TimeProvider time) : IComparisonRunner
{
    // what an objective holds (a table, say) is made once for all repetitions
    private readonly Lazy<Objective>[] _objectives =
        [.. definition.Objectives.Select(type => new Lazy<Objective>(() => catalog.Objectives.Get(type).CreateSimulated!()))];

    public void Run(IReadOnlyList<Lane> lanes, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = -1;
        var failures = new List<Exception>();
        var workers = Enumerable.Range(0, Math.Min(threads, lanes.Count)).Select(worker => new Thread(() => Work(worker))
        {
            IsBackground = true,
            Name = $"comparison worker {worker}",
        }).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        if (failures.Count > 0)
            throw failures[0];

        void Work(int worker)
        {
            BackgroundPriority.Enter();
            try
            {
                while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var i && i < lanes.Count)
                    RunOne(lanes[i], stop.Token);
            }
            catch (Exception exception)
            {
                lock (failures)
                    failures.Add(exception);
                stop.Cancel();
            }
        }
    }

    private void RunOne(Lane lane, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (SimulatedRepetition.Run(definition, catalog, () => _objectives[lane.Objective].Value, lane, cancellationToken) is { } result)
            record(new RepetitionFinished(result, time.GetElapsedTime(start).TotalSeconds));
    }
}
