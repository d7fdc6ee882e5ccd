using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>A simulated study that has been run.</summary>
internal sealed class SimulatedRun
{
    private SimulatedRun(SimulatedTuner tuner, IReadOnlyList<StudyEvent> events)
    {
        Tuner = tuner;
        Events = events;
    }

    public SimulatedTuner Tuner { get; }

    public IReadOnlyList<StudyEvent> Events { get; }

    public StudyEnded Ended => Assert.IsType<StudyEnded>(Events[^1]);

    public static SimulatedRun Of(
        HpoScheduler scheduler, Objective objective, int trials, SimulationOptions? options = null, CancellationToken cancel = default)
    {
        var events = new List<StudyEvent>();
        var tuner = new SimulatedTuner(scheduler, objective, options, events.Add);
        tuner.Run(trials, cancel);
        return new SimulatedRun(tuner, events);
    }

    /// <summary>The events of a kind.</summary>
    public IReadOnlyList<T> All<T>() => [.. Events.OfType<T>()];

    public TrialStatus StatusOf(int trialId) => Tuner.Records.Single(record => record.TrialId == trialId).Status;
}
