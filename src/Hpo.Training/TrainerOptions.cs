namespace Hpo.Training;

/// <summary>The hyperparameters of a training.</summary>
/// <param name="LearningRate">The step width of gradient descent, above 0.</param>
/// <param name="BatchSize">The number of images between two steps, at least 1. The last batch of an epoch may be smaller.</param>
/// <param name="Seed">The seed of the order of the images.</param>
/// <param name="Momentum">The share of the last step that is kept, in [0, 1).</param>
/// <param name="WeightDecay">How strongly parameters are pulled towards 0, at least 0.</param>
/// <param name="Threads">The number of threads; it has no influence on the result.</param>
public sealed record TrainerOptions(
    double LearningRate, int BatchSize, long Seed, double Momentum = 0, double WeightDecay = 0, int Threads = 1);
