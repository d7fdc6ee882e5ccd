using Hpo.Engine.Space;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>The learning curve of one training that took place.</summary>
/// <param name="Configuration">What was trained.</param>
/// <param name="Errors">The validation error after each epoch, in [0, 1]; a NaN, which is the last, stands for a training that diverged.</param>
/// <param name="Seconds">How long each epoch took, above 0; as many as <paramref name="Errors"/>.</param>
public sealed record LearningCurve(Configuration Configuration, IReadOnlyList<double> Errors, IReadOnlyList<double> Seconds);
