using Hpo.Engine.Space;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>What a table of learning curves is about.</summary>
/// <param name="Name">What was trained, as a person reads it.</param>
/// <param name="Space">Where the configurations were drawn from.</param>
/// <param name="Default">A configuration to try first; it lies in the space.</param>
/// <param name="Epochs">The number of epochs of each training.</param>
/// <param name="ChanceLevel">The error of guessing. Trainings that end there have collapsed.</param>
/// <param name="Machine">The processor that trained.</param>
/// <param name="Date">The day of the last training, as YYYY-MM-DD.</param>
public sealed record TableDescription(
    string Name, ConfigSpace Space, Configuration Default, int Epochs, double ChanceLevel, string Machine, string Date);
