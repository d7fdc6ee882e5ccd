using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hpo.Engine.Randomness;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// Dropout (Srivastava et al., 2014), inverted: in training each element is set to zero with a probability, and the others are
/// divided by the probability of staying; in evaluation nothing changes. What is dropped depends on the seed, the step and the
/// place in the batch alone, so it is the same for any number of threads and after a pause.
/// </summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
public sealed unsafe class Dropout<TLanes, T> : Layer<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    // a draw gives two vectors of eight random words; some are drawn ahead, for a word is not read at once after it was written
    private const int DrawSize = 16;
    private const int DrawnAhead = 8 * DrawSize;

    private readonly T _probability;
    private readonly T _kept;
    private readonly long _seed;
    private Threefry _random;

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
        _probability = T.CreateChecked(probability);
        _kept = T.CreateChecked(1 / (1 - probability));
        _seed = seed;
        _factors = new ImageBatch<T>(shape, options.Capacity);
        StartStep(0);
    }

    /// <inheritdoc/>
    public override void StartStep(long step) =>
        _random = new Threefry(unchecked((ulong)RandomStream.DeriveSeed(_seed + step, 0, "dropped")));

    /// <inheritdoc/>
    public override void Forward(ImageBatch<T> input, BatchSlice slice, bool training)
    {
        for (var image = slice.First; image < slice.End; image++)
        {
            if (training)
                DropSome(input[image], image);
            else
                input.Image(image).CopyTo(Output.Image(image));
        }
    }

    /// <inheritdoc/>
    public override void Backward(ImageBatch<T> input, ImageBatch<T> outputGradient, BatchSlice slice)
    {
        if (InputGradient is null)
            return;
        for (var image = slice.First; image < slice.End; image++)
        {
            T* gradient = outputGradient[image], factors = _factors[image], destination = InputGradient[image];
            for (var i = 0; i < InputShape.Size; i += TLanes.Count)
                (TLanes.Load(gradient + i) * TLanes.Load(factors + i)).Store(destination + i);
        }
    }

    [SkipLocalsInit]
    private void DropSome(T* source, int image)
    {
        var drawn = stackalloc uint[DrawnAhead];
        T* factors = _factors[image], destination = Output[image];
        TLanes probability = TLanes.Broadcast(_probability), zero = TLanes.Broadcast(T.Zero), kept = TLanes.Broadcast(_kept);
        var counter = Vector256<uint>.Indices;
        for (var start = 0; start < InputShape.Size; start += DrawnAhead)
        {
            var count = Math.Min(DrawnAhead, InputShape.Size - start);
            for (var i = 0; i < count; i += DrawSize)
            {
                var (first, second) = _random.Draw(counter, Vector256.Create((uint)image));
                first.Store(drawn + i);
                second.Store(drawn + i + Vector256<uint>.Count);
                counter += Vector256.Create((uint)Vector256<uint>.Count);
            }

            for (var i = 0; i < count; i += TLanes.Count)
            {
                var factor = TLanes.SelectGreater(probability, TLanes.LoadShares(drawn + i), zero, kept);
                factor.Store(factors + start + i);
                (TLanes.Load(source + start + i) * factor).Store(destination + start + i);
            }
        }
    }
}
