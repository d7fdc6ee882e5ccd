using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Catalog.Schedulers;
using Hpo.Studies.Definitions;

namespace Hpo.Studies.Running;

/// <summary>
/// Makes what runs a study of its definition: this is the one place that decides where its trials run. An objective that is simulated
/// (<see cref="Objective.IsSimulated"/>) is run in simulated time, with as many simulated workers and the usual charge for decisions; the times of its events are
/// simulated, all else is as ever. The trials of others run in this process.
/// </summary>
internal static class StudyTuner
{
    /// <summary>Makes the components that a definition names; nothing runs yet.</summary>
    /// <param name="definition">What is run.</param>
    /// <param name="workers">How many workers there are at first.</param>
    /// <param name="catalog">What studies are made of.</param>
    /// <param name="checkpoints">Where the checkpoints of its paused trials are kept; a simulation needs none.</param>
    /// <param name="onEvent">Told of every event, in order.</param>
    /// <param name="time">The clock.</param>
    /// <param name="sharesCores">Whether each of its workers has one core and no more: others run beside it.</param>
    public static Tuner Create(
        StudyDefinition definition,
        int workers,
        StudyCatalog catalog,
        ICheckpointStore checkpoints,
        Action<StudyEvent> onEvent,
        TimeProvider time,
        bool sharesCores)
    {
        var entry = catalog.Objectives.Get(definition.Objective.Type);
        var cores = new SharedCores(threads => entry.CreateFor(definition.Objective, threads), sharesCores ? 1 : Environment.ProcessorCount, workers);
        var scheduler = Scheduler(definition, catalog, time);
        var objective = cores.Objective;
        return objective.IsSimulated
            ? new SimulatedTuner(scheduler, objective, Simulation(definition, time.GetUtcNow()), OnEvent)
            : new HpoTuner(scheduler, objective, Options(definition), OnEvent, time, ExecutorOf(cores), checkpoints);

        void OnEvent(StudyEvent studyEvent)
        {
            if (studyEvent is WorkersChanged changed)
                cores.Workers = changed.Workers;
            onEvent(studyEvent);
        }
    }

    /// <summary>Where trials run that are not simulated: threads of this process, which is the only place that a definition can ask for.</summary>
    private static LocalExecutor ExecutorOf(SharedCores cores) => new(() => cores.Objective);

    private static HpoScheduler Scheduler(StudyDefinition definition, StudyCatalog catalog, TimeProvider time)
    {
        var searcher = catalog.Searchers.Get(definition.Searcher.Type).Create(definition);
        // population-based training draws from the space of the searcher itself
        var measured = definition.Scheduler.Type == PopulationBasedTraining.Type ? searcher : new MeasuredSearcher(searcher, definition.Searcher.Type, time);
        return catalog.Schedulers.Get(definition.Scheduler.Type).Create(definition, measured);
    }

    private static TunerOptions Options(StudyDefinition definition) => new()
    {
        Workers = definition.Workers,
        MaxEpochs = definition.MaxEpochs,
        TimeLimit = Seconds(definition.Stop.TimeLimitSeconds),
        TargetError = definition.Stop.TargetError,
        TrialTimeout = Seconds(definition.TrialTimeoutSeconds),
        Seed = definition.Seed,
    };

    private static SimulationOptions Simulation(StudyDefinition definition, DateTimeOffset now) => new()
    {
        Workers = definition.Workers,
        MaxEpochs = definition.MaxEpochs,
        TimeLimit = Seconds(definition.Stop.TimeLimitSeconds),
        TargetError = definition.Stop.TargetError,
        TrialTimeout = Seconds(definition.TrialTimeoutSeconds),
        Seed = definition.Seed,
        StartedAt = now,
    };

    private static TimeSpan? Seconds(double? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}
