namespace Hpo.Training.Models;

/// <summary>The two LeNets of the "Hyperparameter Optimization API" chapter of Dive into Deep Learning.</summary>
public enum LeNetVariant
{
    /// <summary>ReLU and max pooling.</summary>
    Modern,

    /// <summary>Sigmoid and average pooling, as in LeCun et al., 1998.</summary>
    Classic,
}
