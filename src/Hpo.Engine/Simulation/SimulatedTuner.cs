using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Simulation;

/// <summary>
/// Runs trials on N simulated workers and a simulated clock, by the rules of <see cref="HpoTuner"/>, on the calling thread and as fast as it can: a
/// study of hours takes milliseconds. An epoch lasts what the evaluation says (<see cref="ITimedEvaluation"/>), or 1 s where it says nothing; an
/// epoch that throws takes no time. Whoever is told of an error is told at the simulated end of its epoch, never before. Of the workers that are free
/// at a moment, the one with the lowest number is decided for first; decisions are made one after the other, and what happens at the same moment
/// happens in the order in which it was begun, before any decision at that moment. The events of two runs with the same seed are equal, unless decision
/// times are measured.
/// </summary>
public sealed class SimulatedTuner : Tuner
{
    private readonly Objective _objective;
    private readonly SimulationOptions _options;
    private readonly SimulatedClock _clock;

    /// <summary>Prepares a run.</summary>
    /// <param name="scheduler">Decides what runs.</param>
    /// <param name="objective">What is minimised.</param>
    /// <param name="options">How it is simulated; null for one worker and no limits.</param>
    /// <param name="onEvent">Told of every event, in order; times are simulated.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number of workers or epochs is below 1, a limit of time is not above zero or exceeds <see cref="TunerOptions.LongestLimit"/>,
    /// the time of a decision is below zero, or the target error is not a number.
    /// </exception>
    /// <exception cref="InvalidInputException">The scheduler cannot run the objective: it has no epochs or no checkpoints, say.</exception>
    public SimulatedTuner(HpoScheduler scheduler, Objective objective, SimulationOptions? options = null, Action<StudyEvent>? onEvent = null)
        : this(scheduler, objective, options ??= new SimulationOptions(), onEvent, new SimulatedClock(options.StartedAt))
    {
    }

    private SimulatedTuner(
        HpoScheduler scheduler, Objective objective, SimulationOptions options, Action<StudyEvent>? onEvent, SimulatedClock clock)
        : base(scheduler, objective, options.ForTuner(), onEvent, clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.EpochLimit ?? 1, 1, nameof(options));
        if (options.DecisionTime is DecisionTime.Fixed { Time: var time })
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, nameof(options));
        _objective = objective;
        _options = options;
        _clock = clock;
    }

    /// <inheritdoc/>
    private protected override bool RepeatsWhenResumed => true;

    /// <inheritdoc/>
    private protected override string? CannotBeSteered => "A study in simulated time is over in a moment: it can be stopped or cancelled, and nothing else.";

    private protected override void RunTrials(Coordinator coordinator, CancellationToken cancellationToken) =>
        new Simulation(coordinator, _objective, _options, _clock, coordinator.Workers, cancellationToken).Run();
}
