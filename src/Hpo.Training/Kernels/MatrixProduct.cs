using System.Runtime.CompilerServices;

namespace Hpo.Training.Kernels;

/// <summary>
/// C = initial + A·B. Each element of C is summed in the order of the columns of A, with one multiply-add a column, whatever the
/// tile it falls into; so results do not depend on how rows are shared out among threads, nor on the number of lanes.
/// </summary>
/// <remarks>
/// The product is computed in register tiles: 5×2 or 4×2 vectors of C stay in registers while a column of A is broadcast against a row
/// of B. The sizes are what AVX2 holds (10 sums, 2 values of B, 1 of A in 16 registers) and what keeps two multiply-adds a cycle in
/// flight over their latency of four cycles. Rows beyond the last are computed as copies of the last one and written to the same place.
/// </remarks>
internal static unsafe class MatrixProduct<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged
{
    /// <summary>Computes <paramref name="rows"/> rows of C, each <paramref name="vectors"/> vectors long.</summary>
    /// <param name="a">The left matrix.</param>
    /// <param name="rows">The number of rows of A and C.</param>
    /// <param name="b">The right matrix, one row for each column of A.</param>
    /// <param name="bRow">The distance between rows of B.</param>
    /// <param name="initial">What the sums start from; may be C itself.</param>
    /// <param name="initialRow">The distance between its rows; 0 to start every row from the same one (a bias).</param>
    /// <param name="c">The result. Rows are written in ascending order, so a row may spill into the next.</param>
    /// <param name="cRow">The distance between rows of C.</param>
    /// <param name="vectors">The length of a row in vectors.</param>
    public static void Multiply(
        in LeftOperand<T> a, int rows, T* b, nint bRow, T* initial, nint initialRow, T* c, nint cRow, int vectors)
    {
        var vector = 0;
        // the height that leaves the fewer rows of the last tile unused
        var fours = AlignedArray.RoundUp(rows, 4) < AlignedArray.RoundUp(rows, 5);
        for (; vector + 2 <= vectors; vector += 2)
        {
            var column = vector * TLanes.Count;
            if (fours)
            {
                for (var row = 0; row < rows; row += 4)
                    Tile4X2(a, row, rows, b + column, bRow, initial + column, initialRow, c + column, cRow);
            }
            else
            {
                for (var row = 0; row < rows; row += 5)
                    Tile5X2(a, row, rows, b + column, bRow, initial + column, initialRow, c + column, cRow);
            }
        }

        if (vector < vectors)
        {
            var column = vector * TLanes.Count;
            for (var row = 0; row < rows; row += 7)
                Tile7X1(a, row, rows, b + column, bRow, initial + column, initialRow, c + column, cRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile5X2(
        in LeftOperand<T> a, int row, int rows, T* b, nint bRow, T* initial, nint initialRow, T* c, nint cRow)
    {
        nint r0 = row, last = rows - 1, r1 = Math.Min(r0 + 1, last), r2 = Math.Min(r0 + 2, last), r3 = Math.Min(r0 + 3, last), r4 = Math.Min(r0 + 4, last);
        var second = TLanes.Count;
        T* i0 = initial + r0 * initialRow, i1 = initial + r1 * initialRow, i2 = initial + r2 * initialRow, i3 = initial + r3 * initialRow, i4 = initial + r4 * initialRow;
        TLanes c00 = TLanes.Load(i0), c01 = TLanes.Load(i0 + second);
        TLanes c10 = TLanes.Load(i1), c11 = TLanes.Load(i1 + second);
        TLanes c20 = TLanes.Load(i2), c21 = TLanes.Load(i2 + second);
        TLanes c30 = TLanes.Load(i3), c31 = TLanes.Load(i3 + second);
        TLanes c40 = TLanes.Load(i4), c41 = TLanes.Load(i4 + second);
        T* a0 = a.Start + r0 * a.Row, a1 = a.Start + r1 * a.Row, a2 = a.Start + r2 * a.Row, a3 = a.Start + r3 * a.Row, a4 = a.Start + r4 * a.Row;
        nint runStart = 0, step = a.Step, runExtent = a.RunLength * step;
        for (var run = a.Runs; run > 0; run--)
        {
            for (nint k = runStart, end = runStart + runExtent; k != end; k += step)
            {
                TLanes b0 = TLanes.Load(b), b1 = TLanes.Load(b + second);
                b += bRow;
                var value = TLanes.Broadcast(a0[k]);
                c00 = TLanes.MultiplyAdd(value, b0, c00);
                c01 = TLanes.MultiplyAdd(value, b1, c01);
                value = TLanes.Broadcast(a1[k]);
                c10 = TLanes.MultiplyAdd(value, b0, c10);
                c11 = TLanes.MultiplyAdd(value, b1, c11);
                value = TLanes.Broadcast(a2[k]);
                c20 = TLanes.MultiplyAdd(value, b0, c20);
                c21 = TLanes.MultiplyAdd(value, b1, c21);
                value = TLanes.Broadcast(a3[k]);
                c30 = TLanes.MultiplyAdd(value, b0, c30);
                c31 = TLanes.MultiplyAdd(value, b1, c31);
                value = TLanes.Broadcast(a4[k]);
                c40 = TLanes.MultiplyAdd(value, b0, c40);
                c41 = TLanes.MultiplyAdd(value, b1, c41);
            }

            runStart += a.Run;
        }

        Store(c00, c01, c + r0 * cRow);
        Store(c10, c11, c + r1 * cRow);
        Store(c20, c21, c + r2 * cRow);
        Store(c30, c31, c + r3 * cRow);
        Store(c40, c41, c + r4 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile4X2(
        in LeftOperand<T> a, int row, int rows, T* b, nint bRow, T* initial, nint initialRow, T* c, nint cRow)
    {
        nint r0 = row, last = rows - 1, r1 = Math.Min(r0 + 1, last), r2 = Math.Min(r0 + 2, last), r3 = Math.Min(r0 + 3, last);
        var second = TLanes.Count;
        T* i0 = initial + r0 * initialRow, i1 = initial + r1 * initialRow, i2 = initial + r2 * initialRow, i3 = initial + r3 * initialRow;
        TLanes c00 = TLanes.Load(i0), c01 = TLanes.Load(i0 + second);
        TLanes c10 = TLanes.Load(i1), c11 = TLanes.Load(i1 + second);
        TLanes c20 = TLanes.Load(i2), c21 = TLanes.Load(i2 + second);
        TLanes c30 = TLanes.Load(i3), c31 = TLanes.Load(i3 + second);
        T* a0 = a.Start + r0 * a.Row, a1 = a.Start + r1 * a.Row, a2 = a.Start + r2 * a.Row, a3 = a.Start + r3 * a.Row;
        nint runStart = 0, step = a.Step, runExtent = a.RunLength * step;
        for (var run = a.Runs; run > 0; run--)
        {
            for (nint k = runStart, end = runStart + runExtent; k != end; k += step)
            {
                TLanes b0 = TLanes.Load(b), b1 = TLanes.Load(b + second);
                b += bRow;
                var value = TLanes.Broadcast(a0[k]);
                c00 = TLanes.MultiplyAdd(value, b0, c00);
                c01 = TLanes.MultiplyAdd(value, b1, c01);
                value = TLanes.Broadcast(a1[k]);
                c10 = TLanes.MultiplyAdd(value, b0, c10);
                c11 = TLanes.MultiplyAdd(value, b1, c11);
                value = TLanes.Broadcast(a2[k]);
                c20 = TLanes.MultiplyAdd(value, b0, c20);
                c21 = TLanes.MultiplyAdd(value, b1, c21);
                value = TLanes.Broadcast(a3[k]);
                c30 = TLanes.MultiplyAdd(value, b0, c30);
                c31 = TLanes.MultiplyAdd(value, b1, c31);
            }

            runStart += a.Run;
        }

        Store(c00, c01, c + r0 * cRow);
        Store(c10, c11, c + r1 * cRow);
        Store(c20, c21, c + r2 * cRow);
        Store(c30, c31, c + r3 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile7X1(
        in LeftOperand<T> a, int row, int rows, T* b, nint bRow, T* initial, nint initialRow, T* c, nint cRow)
    {
        nint r0 = row, last = rows - 1, r1 = Math.Min(r0 + 1, last), r2 = Math.Min(r0 + 2, last), r3 = Math.Min(r0 + 3, last);
        nint r4 = Math.Min(r0 + 4, last), r5 = Math.Min(r0 + 5, last), r6 = Math.Min(r0 + 6, last);
        TLanes c0 = TLanes.Load(initial + r0 * initialRow), c1 = TLanes.Load(initial + r1 * initialRow);
        TLanes c2 = TLanes.Load(initial + r2 * initialRow), c3 = TLanes.Load(initial + r3 * initialRow);
        TLanes c4 = TLanes.Load(initial + r4 * initialRow), c5 = TLanes.Load(initial + r5 * initialRow);
        var c6 = TLanes.Load(initial + r6 * initialRow);
        T* a0 = a.Start + r0 * a.Row, a1 = a.Start + r1 * a.Row, a2 = a.Start + r2 * a.Row, a3 = a.Start + r3 * a.Row;
        T* a4 = a.Start + r4 * a.Row, a5 = a.Start + r5 * a.Row, a6 = a.Start + r6 * a.Row;
        nint runStart = 0, step = a.Step, runExtent = a.RunLength * step;
        for (var run = a.Runs; run > 0; run--)
        {
            for (nint k = runStart, end = runStart + runExtent; k != end; k += step)
            {
                var b0 = TLanes.Load(b);
                b += bRow;
                c0 = TLanes.MultiplyAdd(TLanes.Broadcast(a0[k]), b0, c0);
                c1 = TLanes.MultiplyAdd(TLanes.Broadcast(a1[k]), b0, c1);
                c2 = TLanes.MultiplyAdd(TLanes.Broadcast(a2[k]), b0, c2);
                c3 = TLanes.MultiplyAdd(TLanes.Broadcast(a3[k]), b0, c3);
                c4 = TLanes.MultiplyAdd(TLanes.Broadcast(a4[k]), b0, c4);
                c5 = TLanes.MultiplyAdd(TLanes.Broadcast(a5[k]), b0, c5);
                c6 = TLanes.MultiplyAdd(TLanes.Broadcast(a6[k]), b0, c6);
            }

            runStart += a.Run;
        }

        c0.Store(c + r0 * cRow);
        c1.Store(c + r1 * cRow);
        c2.Store(c + r2 * cRow);
        c3.Store(c + r3 * cRow);
        c4.Store(c + r4 * cRow);
        c5.Store(c + r5 * cRow);
        c6.Store(c + r6 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TLanes first, TLanes second, T* destination)
    {
        first.Store(destination);
        second.Store(destination + TLanes.Count);
    }
}
