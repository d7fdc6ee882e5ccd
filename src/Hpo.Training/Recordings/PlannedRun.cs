using Hpo.Engine.Space;

namespace Hpo.Training.Recordings;

/// <summary>One training of a plan.</summary>
/// <param name="Index">The number of its configuration, from 0.</param>
/// <param name="Replicate">How many trainings of the same configuration come before it.</param>
/// <param name="Configuration">What is trained.</param>
/// <param name="Seed">The seed of the training.</param>
public sealed record PlannedRun(int Index, int Replicate, Configuration Configuration, long Seed);
