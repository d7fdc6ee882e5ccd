using Hpo.Training.Layers;

namespace Hpo.Training.Optimizers;

/// <summary>Changes parameters after each batch, by their gradient.</summary>
/// <typeparam name="T">The number.</typeparam>
public interface IOptimizer<T>
    where T : unmanaged
{
    /// <summary>Updates some rows of some parameters. Several threads may update different rows at once.</summary>
    void Update(ParameterMatrix<T> parameters, Range rows);

    /// <summary>What the optimiser remembers about parameters between batches, for a checkpoint; empty if nothing.</summary>
    Span<T> StateOf(ParameterMatrix<T> parameters);
}
