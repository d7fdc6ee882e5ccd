using Hpo.Engine.Space;

namespace Hpo.Training.Recordings;

/// <summary>One training as it was.</summary>
/// <param name="Index">The number of its configuration, from 0.</param>
/// <param name="Replicate">How many trainings of the same configuration come before it.</param>
/// <param name="Configuration">What was trained.</param>
/// <param name="Seed">The seed of the training.</param>
/// <param name="Errors">The validation error after each epoch; a null, which is the last, stands for a training that diverged.</param>
/// <param name="Seconds">The processor time of each epoch, validation included, on one core; as many as <paramref name="Errors"/>.</param>
public sealed record RecordedRun(
    int Index, int Replicate, Configuration Configuration, long Seed, IReadOnlyList<double?> Errors, IReadOnlyList<double> Seconds);
