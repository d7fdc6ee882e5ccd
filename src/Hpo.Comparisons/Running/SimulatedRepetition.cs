using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Definitions;
using Hpo.Engine.Objectives;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;

namespace Hpo.Comparisons.Running;

/// <summary>One repetition of a method on an objective in simulated time. It depends on nothing but its definition.</summary>
internal static class SimulatedRepetition
{
    /// <summary>Runs it on the calling thread.</summary>
    /// <returns>What is kept of it; null when it was cancelled.</returns>
    public static RepetitionResult? Run(ComparisonDefinition definition, StudyCatalog catalog, Func<Objective> objective, Lane lane, CancellationToken cancellationToken)
    {
        var recorder = new IncumbentRecorder();
        try
        {
            var study = RepetitionStudies.Of(
                definition, catalog.Objectives.Get(definition.Objectives[lane.Objective]), definition.Methods[lane.Method], lane.Repetition);
            var searcher = catalog.Searchers.Get(study.Searcher.Type).Create(study);
            var scheduler = catalog.Schedulers.Get(study.Scheduler.Type).Create(study, searcher);
            var options = new SimulationOptions
            {
                Workers = study.Workers,
                MaxEpochs = study.MaxEpochs,
                TimeLimit = study.Stop.TimeLimitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                EpochLimit = definition.Budget.Epochs,
                Seed = study.Seed,
                DecisionTime = Time(definition.DecisionTime),
            };
            new SimulatedTuner(scheduler, objective(), options, recorder.Apply).Run(study.Stop.Trials, cancellationToken);
        }
        catch (Exception exception)
        {
            recorder.Fail(exception);
        }

        return recorder.Ended == StudyOutcome.Cancelled ? null : recorder.ToResult(lane);
    }

    private static DecisionTime Time(DecisionTimeDefinition time) => time.Kind switch
    {
        DecisionTimeKind.None => new DecisionTime.None(),
        DecisionTimeKind.Measured => new DecisionTime.Measured(),
        _ => new DecisionTime.Fixed(TimeSpan.FromSeconds(time.Seconds!.Value)),
    };
}
