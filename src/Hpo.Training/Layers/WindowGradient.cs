using System.Numerics;
using System.Runtime.CompilerServices;
using Hpo.Training.Kernels;

namespace Hpo.Training.Layers;

/// <summary>
/// The gradient of a max-pooled convolution with respect to its input: every winner of a pooling window adds its kernel, times its
/// gradient, to the window patch. Whichever of the four pixels won, the sum runs over whole window patches in registers.
/// </summary>
/// <typeparam name="TLanes">The vector to compute with.</typeparam>
/// <typeparam name="T">The number.</typeparam>
internal sealed unsafe class WindowGradient<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConvolutionGeometry _geometry;
    private readonly ImageShape _pooled;
    private readonly int _rowLength;
    private readonly AlignedArray<T> _table;

    public WindowGradient(ConvolutionGeometry geometry, ImageShape pooled)
    {
        _geometry = geometry;
        _pooled = pooled;
        _rowLength = ShiftedWeights.RowLength(geometry, TLanes.Count);
        // one row more: the lowest window row of a kernel is read together with the row below it
        _table = new AlignedArray<T>((geometry.OutputChannels * 2 * ShiftedWeights.Rows(geometry) + 1) * _rowLength);
    }

    /// <summary>Fills the table of shifted kernels.</summary>
    public void ShiftWeights(ParameterMatrix<T> parameters)
    {
        for (var input = 0; input < parameters.Inputs; input++)
        {
            var (kernelRow, lane) = Math.DivRem(input, _geometry.PatchRow);
            var weights = parameters.ValuesAt(input);
            for (var channel = 0; channel < _geometry.OutputChannels; channel++)
            {
                var left = _table.Pointer + ShiftedWeights.Offset(_geometry, TLanes.Count, channel, 0) + kernelRow * _rowLength + lane;
                var right = _table.Pointer + ShiftedWeights.Offset(_geometry, TLanes.Count, channel, 1) + kernelRow * _rowLength + lane;
                *left = weights[channel];
                right[_geometry.Input.Channels] = weights[channel];
            }
        }
    }

    /// <summary>Computes the gradient with respect to the padded input of one image.</summary>
    public void Compute(Winners<T> winners, Span<T> gradient, T* gradientStart)
    {
        gradient.Clear();
        for (var row = 0; row <= _geometry.KernelSize; row += 2)
        {
            var second = row < _geometry.KernelSize;
            for (var window = 0; window < winners.Windows; window++)
            {
                var (y, x) = Math.DivRem(window, _pooled.Width);
                var target = gradientStart + (nint)(2 * y + row) * _geometry.RowLength + 2 * x * _geometry.Input.Channels;
                var list = winners.OfWindow(window, out var count);
                AddRows(list, count, row, target, second ? target + _geometry.RowLength : null);
            }
        }
    }

    /// <summary>Adds one or two rows of the window patch.</summary>
    private void AddRows(Winner<T>* list, int count, int row, T* first, T* second)
    {
        var table = _table.Pointer + (nint)row * _rowLength;
        var column = 0;
        if (second is not null)
        {
            for (; column + 5 * TLanes.Count <= _rowLength; column += 5 * TLanes.Count)
                AddTwoByFive(list, count, table + column, first + column, second + column);
        }

        for (; column < _rowLength; column += TLanes.Count)
        {
            AddOne(list, count, table + column, first + column);
            if (second is not null)
                AddOne(list, count, table + _rowLength + column, second + column);
        }
    }

    private void AddTwoByFive(Winner<T>* list, int count, T* table, T* first, T* second)
    {
        nint lanes = TLanes.Count, below = _rowLength;
        TLanes s00 = TLanes.Load(first), s01 = TLanes.Load(first + lanes), s02 = TLanes.Load(first + 2 * lanes);
        TLanes s03 = TLanes.Load(first + 3 * lanes), s04 = TLanes.Load(first + 4 * lanes);
        TLanes s10 = TLanes.Load(second), s11 = TLanes.Load(second + lanes), s12 = TLanes.Load(second + 2 * lanes);
        TLanes s13 = TLanes.Load(second + 3 * lanes), s14 = TLanes.Load(second + 4 * lanes);
        for (var end = list + count; list < end; list++)
        {
            var gradient = TLanes.Broadcast(list->Gradient);
            var weights = table + list->Offset;
            s00 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights), s00);
            s01 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights + lanes), s01);
            s02 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights + 2 * lanes), s02);
            s03 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights + 3 * lanes), s03);
            s04 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights + 4 * lanes), s04);
            weights += below;
            s10 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights), s10);
            s11 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights + lanes), s11);
            s12 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights + 2 * lanes), s12);
            s13 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights + 3 * lanes), s13);
            s14 = TLanes.MultiplyAdd(gradient, TLanes.Load(weights + 4 * lanes), s14);
        }

        s00.Store(first);
        s01.Store(first + lanes);
        s02.Store(first + 2 * lanes);
        s03.Store(first + 3 * lanes);
        s04.Store(first + 4 * lanes);
        s10.Store(second);
        s11.Store(second + lanes);
        s12.Store(second + 2 * lanes);
        s13.Store(second + 3 * lanes);
        s14.Store(second + 4 * lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddOne(Winner<T>* list, int count, T* table, T* target)
    {
        var sum = TLanes.Load(target);
        for (var end = list + count; list < end; list++)
            sum = TLanes.MultiplyAdd(TLanes.Broadcast(list->Gradient), TLanes.Load(table + list->Offset), sum);
        sum.Store(target);
    }
}
