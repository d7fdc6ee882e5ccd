using static TorchSharp.torch;

namespace Hpo.Training.Torch.Layers;

/// <summary>
/// Dropout (Srivastava et al., 2014), inverted: in training each element is set to zero with a probability, and the others are divided by the
/// probability of staying; in evaluation nothing changes. TorchSharp's own draws from a generator that all trials of the process share.
/// </summary>
public sealed class SeededDropout : nn.Module<Tensor, Tensor>
{
    private readonly double _kept;
    private readonly Generator _generator;

    /// <summary>Makes the layer.</summary>
    /// <param name="probability">The probability of being dropped, in [0, 1).</param>
    /// <param name="generator">What is drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public SeededDropout(double probability, Generator generator)
        : base(nameof(SeededDropout))
    {
        if (!(probability >= 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A dropout probability lies in [0, 1).");
        _kept = 1 - probability;
        _generator = generator;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!training || _kept == 1)
            return input.alias();
        using var factors = empty_like(input).bernoulli_(_kept, _generator).div_(_kept);
        return input * factors;
    }
}
