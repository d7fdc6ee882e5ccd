using System.Numerics;
using Hpo.Training.Kernels;
using Hpo.Training.Layers;

namespace Hpo.Training.Optimizers;

/// <summary>
/// Stochastic gradient descent with optional momentum and weight decay, in PyTorch's form: g ← gradient + decay·w,
/// v ← momentum·v + g, w ← w − rate·v. Without momentum v is g. The decay applies to the biases as well.
/// </summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class StochasticGradientDescent<TLanes, T> : IOptimizer<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly T _learningRate;
    private readonly T _momentum;
    private readonly T _weightDecay;
    private readonly Dictionary<ParameterMatrix<T>, AlignedArray<T>> _velocities = [];

    /// <summary>Makes an optimiser of some parameters, at rest.</summary>
    /// <param name="parameters">All parameters it will be asked to update.</param>
    /// <param name="learningRate">The step width, above 0.</param>
    /// <param name="momentum">The share of the last step that is kept, in [0, 1).</param>
    /// <param name="weightDecay">How strongly parameters are pulled towards 0, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public StochasticGradientDescent(
        IEnumerable<ParameterMatrix<T>> parameters, double learningRate, double momentum = 0, double weightDecay = 0)
    {
        if (!(learningRate > 0) || double.IsInfinity(learningRate))
            throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "A learning rate is a finite number above 0.");
        if (!(momentum >= 0 && momentum < 1))
            throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "A momentum lies in [0, 1).");
        if (!(weightDecay >= 0) || double.IsInfinity(weightDecay))
            throw new ArgumentOutOfRangeException(nameof(weightDecay), weightDecay, "A weight decay is a finite number of at least 0.");
        _learningRate = T.CreateChecked(learningRate);
        _momentum = T.CreateChecked(momentum);
        _weightDecay = T.CreateChecked(weightDecay);
        if (momentum == 0)
            return;
        foreach (var matrix in parameters)
            _velocities.Add(matrix, new AlignedArray<T>(matrix.Values.Length));
    }

    /// <inheritdoc/>
    public void Update(ParameterMatrix<T> parameters, Range rows)
    {
        var (first, count) = rows.GetOffsetAndLength(parameters.Inputs + 1);
        var start = first * parameters.Pitch;
        var velocity = _velocities.TryGetValue(parameters, out var velocities) ? velocities.Pointer + start : null;
        Update(parameters.ValuesAt(first), parameters.GradientAt(first), velocity, count * parameters.Pitch);
    }

    /// <inheritdoc/>
    public Span<T> StateOf(ParameterMatrix<T> parameters) =>
        _velocities.TryGetValue(parameters, out var velocity) ? velocity.Span : [];

    private void Update(T* values, T* gradient, T* velocity, int length)
    {
        TLanes step = TLanes.Broadcast(-_learningRate), decay = TLanes.Broadcast(_weightDecay), momentum = TLanes.Broadcast(_momentum);
        for (var i = 0; i < length; i += TLanes.Count)
        {
            var value = TLanes.Load(values + i);
            var change = TLanes.MultiplyAdd(decay, value, TLanes.Load(gradient + i));
            if (velocity is not null)
            {
                change = TLanes.MultiplyAdd(momentum, TLanes.Load(velocity + i), change);
                change.Store(velocity + i);
            }

            TLanes.MultiplyAdd(step, change, value).Store(values + i);
        }
    }
}
