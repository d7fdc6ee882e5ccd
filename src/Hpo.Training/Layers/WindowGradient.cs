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
            var window = 0;
            for (var y = 0; y < _pooled.Height; y++)
            {
                var target = gradientStart + (nint)(2 * y + row) * _geometry.RowLength;
                for (var x = 0; x < _pooled.Width; x++, window++)
                {
                    var list = winners.OfWindow(window, out var count);
                    AddRows(list, count, row, target, row < _geometry.KernelSize ? target + _geometry.RowLength : null);
                    target += 2 * _geometry.Input.Channels;
                }
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
        // the sums start at zero and are added at the end: what the previous window wrote to the same place is not waited for
        var zero = TLanes.Broadcast(T.Zero);
        TLanes s00 = zero, s01 = zero, s02 = zero, s03 = zero, s04 = zero;
        TLanes s10 = zero, s11 = zero, s12 = zero, s13 = zero, s14 = zero;
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

        Add(s00, first);
        Add(s01, first + lanes);
        Add(s02, first + 2 * lanes);
        Add(s03, first + 3 * lanes);
        Add(s04, first + 4 * lanes);
        Add(s10, second);
        Add(s11, second + lanes);
        Add(s12, second + 2 * lanes);
        Add(s13, second + 3 * lanes);
        Add(s14, second + 4 * lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(TLanes sum, T* target) => (TLanes.Load(target) + sum).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddOne(Winner<T>* list, int count, T* table, T* target)
    {
        var sum = TLanes.Broadcast(T.Zero);
        for (var end = list + count; list < end; list++)
            sum = TLanes.MultiplyAdd(TLanes.Broadcast(list->Gradient), TLanes.Load(table + list->Offset), sum);
        Add(sum, target);
    }
}
