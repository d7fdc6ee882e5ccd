using Hpo.Engine.Space;

namespace Hpo.Engine.Objectives;

/// <summary>All that goes into the evaluation of one trial.</summary>
/// <param name="TrialId">The trial's number in its study, from 0.</param>
/// <param name="Configuration">The hyperparameters to evaluate.</param>
/// <param name="Seed">The seed of everything random in this evaluation; it is already particular to the trial.</param>
/// <param name="MaxEpochs">The epoch at which the evaluation ends (the fidelity), at least 1.</param>
/// <param name="Checkpoint">What <see cref="IEvaluation.SaveCheckpoint"/> gave when the trial was paused; null for a new trial.</param>
/// <param name="Attempt">Which attempt at the trial this is, from 1; what is computed does not depend on it.</param>
public sealed record EvaluationRequest(
    int TrialId, Configuration Configuration, long Seed, int MaxEpochs, byte[]? Checkpoint = null, int Attempt = 1);
