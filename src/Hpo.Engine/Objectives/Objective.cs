using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives;

/// <summary>
/// What is minimised: the error of a configuration, reported after each epoch. An objective is shared by all trials of a study
/// and by several threads; what belongs to one trial lives in the <see cref="IEvaluation"/> it starts.
/// </summary>
public abstract class Objective
{
    /// <summary>The name a person reads.</summary>
    public abstract string Name { get; }

    /// <summary>The space to start from.</summary>
    public abstract ConfigSpace DefaultSpace { get; }

    /// <summary>The configuration to try first; it lies in <see cref="DefaultSpace"/>.</summary>
    public abstract Configuration DefaultConfiguration { get; }

    /// <summary>The number of epochs of a full evaluation; 1 for an objective without epochs.</summary>
    public virtual int DefaultMaxEpochs => 1;

    /// <summary>The epoch after which there is no other, as when recorded trainings are replayed; null when an evaluation can always go on.</summary>
    public virtual int? LastEpoch => null;

    /// <summary>Whether the error after fewer epochs says something about the error after more.</summary>
    public virtual bool HasEpochs => DefaultMaxEpochs > 1;

    /// <summary>What the error is, in a few words for an axis: of a training the validation error, of a function its value.</summary>
    public virtual string Measures => HasEpochs ? "validation error" : "value";

    /// <summary>Whether <see cref="IEvaluation.SaveCheckpoint"/> works, so that a paused trial can go on.</summary>
    public virtual bool HasCheckpoints => false;

    /// <summary>
    /// The smallest error in <see cref="DefaultSpace"/>, noise left out, so that regret can be shown; null when nobody knows it. Noise may
    /// take a single report a little below it.
    /// </summary>
    public virtual double? KnownMinimum => null;

    /// <summary>An error that none lies below, noise left out; null when there is none, or nobody knows it.</summary>
    public virtual double? SmallestError => KnownMinimum;

    /// <summary>An error that none lies above, such as 1 for a share; null when there is none, or nobody knows it.</summary>
    public virtual double? LargestError => null;

    /// <summary>
    /// Whether its epochs are looked up or invented and only say how long they took where they were measured (<see cref="ITimedEvaluation"/>), so
    /// that a study of it is run in simulated time.
    /// </summary>
    public virtual bool IsSimulated => false;

    /// <summary>What keeps this objective from evaluating configurations of a space: a missing hyperparameter, a value it cannot take.</summary>
    public virtual IReadOnlyList<Problem> CheckSpace(ConfigSpace space) => [];

    /// <summary>
    /// Starts the evaluation of a configuration, or goes on from a checkpoint. Nothing is computed yet. Whatever it throws when there is a checkpoint, the trial is
    /// computed again from its beginning.
    /// </summary>
    public abstract IEvaluation Start(EvaluationRequest request);
}
