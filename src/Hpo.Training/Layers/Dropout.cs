using System.Numerics;

namespace Hpo.Training.Layers;

/// <summary>
/// Dropout (Srivastava et al., 2014), inverted: in training each element is set to zero with a probability, and the others are
/// divided by the probability of staying; in evaluation nothing changes. What is dropped depends on the seed, the step and the
/// place in the batch alone, so it is the same for any number of threads.
/// </summary>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class Dropout<T> : Layer<T>
    where T : unmanaged, INumber<T>
{
    private readonly double _probability;
    private readonly long _seed;

    // what each element is multiplied with: 0 or 1 / (1 − probability)
    private readonly ImageBatch<T> _factors;

    /// <summary>Makes the layer.</summary>
    /// <param name="shape">The shape of an image.</param>
    /// <param name="probability">The probability of being dropped, in [0, 1).</param>
    /// <param name="seed">The seed of what is dropped.</param>
    /// <param name="options">The batch size to make room for.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1).</exception>
    public Dropout(ImageShape shape, double probability, long seed, LayerOptions options)
        : base(shape, shape, options)
    {
        if (!(probability >= 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A dropout probability lies in [0, 1).");
        _probability = probability;
        _seed = seed;
        _factors = new ImageBatch<T>(shape, options.Capacity);
    }

    /// <summary>The number of the training step; set it before each batch, so that every batch drops other elements.</summary>
    public long Step { get; set; }

    /// <inheritdoc/>
    public override void Forward(ImageBatch<T> input, BatchSlice slice, bool training)
    {
        for (var image = slice.First; image < slice.End; image++)
        {
            if (!training || _probability == 0)
            {
                input.Image(image).CopyTo(Output.Image(image));
                _factors.Image(image).Fill(T.One);
                continue;
            }

            DrawFactors(image);
            for (var i = 0; i < InputShape.Size; i++)
                Output[image][i] = input[image][i] * _factors[image][i];
        }
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        if (InputGradient is null)
            return;
        for (var image = slice.First; image < slice.End; image++)
        {
            for (var i = 0; i < InputShape.Size; i++)
                InputGradient[image][i] = outputGradient[image][i] * _factors[image][i];
        }
    }

    /// <summary>Draws by SplitMix64 (Steele, Lea and Flood, 2014), a generator without state to allocate or share.</summary>
    private void DrawFactors(int image)
    {
        var state = Mix(Mix(unchecked((ulong)_seed) + (ulong)Step) + (ulong)image);
        var kept = T.CreateChecked(1 / (1 - _probability));
        foreach (ref var factor in _factors.Image(image))
        {
            state += 0x9E3779B97F4A7C15;
            factor = (Mix(state) >> 11) * (1.0 / (1UL << 53)) < _probability ? T.Zero : kept;
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
