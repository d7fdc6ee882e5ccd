using System.Numerics;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// The gradient of a max-pooled convolution with respect to its parameters: for each output channel, the sum over its winners of the
/// patch under the winning pixel times its gradient. While it is summed, the gradient is laid out like a patch: output channel,
/// kernel row, then pixel and channel in whole vectors, and after all channels the biases.
/// </summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
internal sealed unsafe class PatchGradient<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConvolutionGeometry _geometry;
    private readonly int _patchRow;
    private readonly AlignedArray<T> _total;

    public PatchGradient(ConvolutionGeometry geometry)
    {
        _geometry = geometry;
        _patchRow = AlignedArray.RoundUp(geometry.PatchRow, TLanes.Count);
        _total = new AlignedArray<T>(Length);
    }

    /// <summary>The number of elements of the gradient, with padding.</summary>
    public int Length => BiasStart + AlignedArray.RoundUp(_geometry.OutputChannels, TLanes.Count);

    private int BiasStart => _geometry.OutputChannels * _geometry.KernelSize * _patchRow;

    /// <summary>Adds the gradient of one image.</summary>
    public void Add(T* paddedImage, Winners<T> winners, T* sum)
    {
        for (var channel = 0; channel < _geometry.OutputChannels; channel++)
        {
            var list = winners.OfChannel(channel, out var count);
            AddChannel(list, count, paddedImage, sum + (nint)channel * _geometry.KernelSize * _patchRow);
        }
    }

    /// <summary>Adds the gradient of one image with respect to the biases: the gradients of all windows where the ReLU is open.</summary>
    /// <param name="output">What came out of the pooling.</param>
    /// <param name="gradient">The gradient with respect to it.</param>
    /// <param name="windows">The number of pooling windows.</param>
    /// <param name="sum">The gradient of the slice.</param>
    public void AddBias(T* output, T* gradient, int windows, T* sum)
    {
        var zero = TLanes.Broadcast(T.Zero);
        for (var channel = 0; channel < _geometry.OutputChannels; channel += TLanes.Count)
        {
            var total = TLanes.Load(sum + BiasStart + channel);
            for (var i = channel; i < windows * _geometry.OutputChannels; i += _geometry.OutputChannels)
                total += TLanes.SelectGreater(TLanes.Load(output + i), zero, TLanes.Load(gradient + i), zero);
            total.Store(sum + BiasStart + channel);
        }
    }

    /// <summary>Adds up the slices and writes the gradient in the layout of the parameters.</summary>
    public void Complete(SliceGradients<T> gradients, int slices, ParameterMatrix<T> parameters)
    {
        for (var index = 0; index < Length; index += TLanes.Count)
            gradients.Sum<TLanes>(index, slices).Store(_total.Pointer + index);
        for (var input = 0; input < parameters.Inputs; input++)
        {
            var (kernelRow, lane) = Math.DivRem(input, _geometry.PatchRow);
            var source = _total.Pointer + kernelRow * _patchRow + lane;
            var row = parameters.GradientAt(input);
            for (var channel = 0; channel < parameters.Units; channel++)
                row[channel] = source[(nint)channel * _geometry.KernelSize * _patchRow];
        }

        for (var channel = 0; channel < parameters.Units; channel++)
            parameters.GradientAt(parameters.Inputs)[channel] = _total.Pointer[BiasStart + channel];
    }

    private void AddChannel(Winner<T>* list, int count, T* image, T* sum)
    {
        var row = 0;
        for (; row + 5 <= _geometry.KernelSize; row += 5)
        {
            var imageRow = image + (nint)row * _geometry.RowLength;
            var sumRow = sum + (nint)row * _patchRow;
            var column = 0;
            for (; column + 2 * TLanes.Count <= _patchRow; column += 2 * TLanes.Count)
                AddFiveByTwo(list, count, imageRow + column, sumRow + column);
            if (column < _patchRow)
                AddFiveByOne(list, count, imageRow + column, sumRow + column);
        }

        for (; row < _geometry.KernelSize; row++)
        {
            for (var column = 0; column < _patchRow; column += TLanes.Count)
                AddOne(list, count, image + (nint)row * _geometry.RowLength + column, sum + (nint)row * _patchRow + column);
        }
    }

    /// <summary>Five rows of the patch, two vectors each: what a 5×5 kernel over a few channels needs, in ten registers.</summary>
    private void AddFiveByTwo(Winner<T>* list, int count, T* image, T* sum)
    {
        nint lanes = TLanes.Count, next = _geometry.RowLength, sumNext = _patchRow;
        TLanes s00 = TLanes.Load(sum), s01 = TLanes.Load(sum + lanes);
        TLanes s10 = TLanes.Load(sum + sumNext), s11 = TLanes.Load(sum + sumNext + lanes);
        TLanes s20 = TLanes.Load(sum + 2 * sumNext), s21 = TLanes.Load(sum + 2 * sumNext + lanes);
        TLanes s30 = TLanes.Load(sum + 3 * sumNext), s31 = TLanes.Load(sum + 3 * sumNext + lanes);
        TLanes s40 = TLanes.Load(sum + 4 * sumNext), s41 = TLanes.Load(sum + 4 * sumNext + lanes);
        for (var end = list + count; list < end; list++)
        {
            var gradient = TLanes.Broadcast(list->Gradient);
            var patch = image + list->Offset;
            s00 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), s00);
            s01 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + lanes), s01);
            patch += next;
            s10 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), s10);
            s11 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + lanes), s11);
            patch += next;
            s20 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), s20);
            s21 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + lanes), s21);
            patch += next;
            s30 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), s30);
            s31 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + lanes), s31);
            patch += next;
            s40 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), s40);
            s41 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + lanes), s41);
        }

        s00.Store(sum);
        s01.Store(sum + lanes);
        s10.Store(sum + sumNext);
        s11.Store(sum + sumNext + lanes);
        s20.Store(sum + 2 * sumNext);
        s21.Store(sum + 2 * sumNext + lanes);
        s30.Store(sum + 3 * sumNext);
        s31.Store(sum + 3 * sumNext + lanes);
        s40.Store(sum + 4 * sumNext);
        s41.Store(sum + 4 * sumNext + lanes);
    }

    /// <summary>
    /// Five rows of the patch, one vector each: what a 5×5 kernel over one channel needs. Winners are taken in pairs, with sums of their
    /// own, because five sums alone would wait for each other.
    /// </summary>
    private void AddFiveByOne(Winner<T>* list, int count, T* image, T* sum)
    {
        nint next = _geometry.RowLength, sumNext = _patchRow;
        TLanes s0 = TLanes.Load(sum), s1 = TLanes.Load(sum + sumNext), s2 = TLanes.Load(sum + 2 * sumNext);
        TLanes s3 = TLanes.Load(sum + 3 * sumNext), s4 = TLanes.Load(sum + 4 * sumNext);
        var zero = TLanes.Broadcast(T.Zero);
        TLanes t0 = zero, t1 = zero, t2 = zero, t3 = zero, t4 = zero;
        var end = list + count;
        for (; list + 1 < end; list += 2)
        {
            var gradient = TLanes.Broadcast(list->Gradient);
            var patch = image + list->Offset;
            s0 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), s0);
            s1 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + next), s1);
            patch += 2 * next;
            s2 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), s2);
            s3 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + next), s3);
            s4 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + 2 * next), s4);
            gradient = TLanes.Broadcast(list[1].Gradient);
            patch = image + list[1].Offset;
            t0 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), t0);
            t1 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + next), t1);
            patch += 2 * next;
            t2 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch), t2);
            t3 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + next), t3);
            t4 = TLanes.MultiplyAdd(gradient, TLanes.Load(patch + 2 * next), t4);
        }

        (s0 + t0).Store(sum);
        (s1 + t1).Store(sum + sumNext);
        (s2 + t2).Store(sum + 2 * sumNext);
        (s3 + t3).Store(sum + 3 * sumNext);
        (s4 + t4).Store(sum + 4 * sumNext);
        for (var row = 0; row < 5 && list < end; row++)
            AddOne(list, 1, image + row * next, sum + row * sumNext);
    }

    private static void AddOne(Winner<T>* list, int count, T* image, T* sum)
    {
        var total = TLanes.Load(sum);
        for (var end = list + count; list < end; list++)
            total = TLanes.MultiplyAdd(TLanes.Broadcast(list->Gradient), TLanes.Load(image + list->Offset), total);
        total.Store(sum);
    }
}
