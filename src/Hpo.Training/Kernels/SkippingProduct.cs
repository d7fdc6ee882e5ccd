using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hpo.Training.Kernels;

/// <summary>
/// C = initial + A·B as <see cref="MatrixProduct{TLanes, T}"/> computes it, for an A with many zeros: the columns of A that are zero in both
/// rows of a register tile are left out. Images have a dark background, and dropout and ReLU clear most of what they pass on. The sums
/// are the same, for a zero adds nothing to them (unless it meets an infinity: a training that diverged).
/// </summary>
/// <remarks>
/// A tile is 2×4 vectors: two rows share more zeros than five. It reads each row of B for eight multiply-adds only, so the product is
/// computed in blocks of B that stay in the first cache.
/// </remarks>
internal static unsafe class SkippingProduct<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged
{
    private const int TileRows = 2;
    private const int TileVectors = 4;

    // a block of B: so many rows and four vectors take 24 KB; the columns of A fit into a byte
    private const int BlockColumns = 96;

    // rows of A whose zeros are looked for together; lists are made for four tiles at a time
    private const int BlockTiles = 20;

    /// <summary>Computes <paramref name="rows"/> rows of C; the parameters are those of the other product.</summary>
    /// <param name="a">The left matrix, in one run; its rows or its columns are contiguous.</param>
    /// <param name="rows">The number of rows of A and C.</param>
    /// <param name="b">The right matrix, one row for each column of A.</param>
    /// <param name="bRow">The distance between rows of B.</param>
    /// <param name="initial">What the sums start from.</param>
    /// <param name="initialRow">The distance between its rows; 0 to start every row from the same one (a bias).</param>
    /// <param name="c">The result.</param>
    /// <param name="cRow">The distance between rows of C.</param>
    /// <param name="vectors">The length of a row in vectors.</param>
    public static void Multiply(
        in LeftOperand<T> a, int rows, T* b, nint bRow, T* initial, nint initialRow, T* c, nint cRow, int vectors)
    {
        var inTiles = vectors / TileVectors * TileVectors;
        for (var row = 0; row < rows && inTiles > 0; row += BlockTiles * TileRows)
        {
            var block = new LeftOperand<T>(a.Start + (row * a.Row), a.Row, a.Step, a.RunLength);
            var blockRows = Math.Min(BlockTiles * TileRows, rows - row);
            MultiplyRows(block, blockRows, b, bRow, initial + (row * initialRow), initialRow, c + (row * cRow), cRow, inTiles);
        }

        var column = inTiles * TLanes.Count;
        if (inTiles < vectors)
            MatrixProduct<TLanes, T>.Multiply(a, rows, b + column, bRow, initial + column, initialRow, c + column, cRow, vectors - inTiles);
    }

    [SkipLocalsInit]
    private static void MultiplyRows(
        in LeftOperand<T> a, int rows, T* b, nint bRow, T* initial, nint initialRow, T* c, nint cRow, int vectors)
    {
        var lists = stackalloc byte[BlockTiles * BlockColumns];
        var counts = stackalloc int[BlockTiles];
        var tiles = (rows + TileRows - 1) / TileRows;
        for (var column = 0; column < a.RunLength; column += BlockColumns)
        {
            var block = new LeftOperand<T>(
                a.Start + (column * a.Step), a.Row, a.Step, Math.Min(BlockColumns, a.RunLength - column));
            if (a.Step == 1)
                FindInRows(block, rows, lists, counts);
            else
                FindInColumns(block, tiles, lists, counts);
            for (var vector = 0; vector < vectors; vector += TileVectors)
            {
                var offset = vector * TLanes.Count;
                for (var tile = 0; tile < tiles; tile++)
                {
                    Tile2X4(
                        block, tile * TileRows, rows, lists + (tile * BlockColumns), counts[tile],
                        b + (column * bRow) + offset, bRow, initial + offset, initialRow, c + offset, cRow);
                }
            }

            // the other columns are added to what is there
            initial = c;
            initialRow = cRow;
        }
    }

    /// <summary>Lists, for each tile, the columns that are not zero in both of its rows. The elements of a row are contiguous.</summary>
    private static void FindInRows(in LeftOperand<T> a, int rows, byte* list, int* counts)
    {
        for (var row = 0; row < rows; row += TileRows)
        {
            T* upper = a.Start + (row * a.Row), lower = a.Start + (Math.Min(row + 1, rows - 1) * a.Row);
            var count = 0;
            for (var column = 0; column < a.RunLength; column += TLanes.Count)
            {
                var found = TLanes.NonZeroLanes(TLanes.Load(upper + column)) | TLanes.NonZeroLanes(TLanes.Load(lower + column));
                if (a.RunLength - column < TLanes.Count)
                    found &= (1u << (a.RunLength - column)) - 1;
                for (; found != 0; found &= found - 1)
                    list[count++] = (byte)(column + BitOperations.TrailingZeroCount(found));
            }

            *counts++ = count;
            list += BlockColumns;
        }
    }

    /// <summary>
    /// The same for a matrix whose columns are contiguous. Four tiles at once, and without a branch, which could not be foreseen. What follows
    /// the last row counts as well: it lists columns too many at most.
    /// </summary>
    private static void FindInColumns(in LeftOperand<T> a, int tiles, byte* list, int* counts)
    {
        for (var tile = 0; tile < tiles; tile += 4)
        {
            byte* end0 = list, end1 = list + BlockColumns, end2 = end1 + BlockColumns, end3 = end2 + BlockColumns;
            var start = a.Start + (tile * TileRows);
            for (var column = 0; column < a.RunLength; column++)
            {
                var found = TLanes.NonZeroLanes(TLanes.Load(start));
                *end0 = *end1 = *end2 = *end3 = (byte)column;
                end0 += (found & 0b11) != 0 ? 1 : 0;
                end1 += (found & 0b11_00) != 0 ? 1 : 0;
                end2 += (found & 0b11_00_00) != 0 ? 1 : 0;
                end3 += (found & 0b11_00_00_00) != 0 ? 1 : 0;
                start += a.Step;
            }

            counts[tile] = (int)(end0 - list);
            counts[tile + 1] = (int)(end1 - list) - BlockColumns;
            counts[tile + 2] = (int)(end2 - list) - (2 * BlockColumns);
            counts[tile + 3] = (int)(end3 - list) - (3 * BlockColumns);
            list += 4 * BlockColumns;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile2X4(
        in LeftOperand<T> a, int row, int rows, byte* list, int count, T* b, nint bRow, T* initial, nint initialRow, T* c, nint cRow)
    {
        nint r0 = row, r1 = Math.Min(row + 1, rows - 1), lanes = TLanes.Count;
        T* i0 = initial + (r0 * initialRow), i1 = initial + (r1 * initialRow);
        TLanes c00 = TLanes.Load(i0), c01 = TLanes.Load(i0 + lanes), c02 = TLanes.Load(i0 + (2 * lanes)), c03 = TLanes.Load(i0 + (3 * lanes));
        TLanes c10 = TLanes.Load(i1), c11 = TLanes.Load(i1 + lanes), c12 = TLanes.Load(i1 + (2 * lanes)), c13 = TLanes.Load(i1 + (3 * lanes));
        T* a0 = a.Start + (r0 * a.Row), a1 = a.Start + (r1 * a.Row);
        var step = a.Step;
        for (var end = list + count; list != end; list++)
        {
            nint column = *list, k = column * step;
            var bColumn = b + (column * bRow);
            TLanes b0 = TLanes.Load(bColumn), b1 = TLanes.Load(bColumn + lanes);
            TLanes b2 = TLanes.Load(bColumn + (2 * lanes)), b3 = TLanes.Load(bColumn + (3 * lanes));
            var value = TLanes.Broadcast(a0[k]);
            c00 = TLanes.MultiplyAdd(value, b0, c00);
            c01 = TLanes.MultiplyAdd(value, b1, c01);
            c02 = TLanes.MultiplyAdd(value, b2, c02);
            c03 = TLanes.MultiplyAdd(value, b3, c03);
            value = TLanes.Broadcast(a1[k]);
            c10 = TLanes.MultiplyAdd(value, b0, c10);
            c11 = TLanes.MultiplyAdd(value, b1, c11);
            c12 = TLanes.MultiplyAdd(value, b2, c12);
            c13 = TLanes.MultiplyAdd(value, b3, c13);
        }

        Store(c00, c01, c02, c03, c + (r0 * cRow));
        Store(c10, c11, c12, c13, c + (r1 * cRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TLanes first, TLanes second, TLanes third, TLanes fourth, T* destination)
    {
        first.Store(destination);
        second.Store(destination + TLanes.Count);
        third.Store(destination + (2 * TLanes.Count));
        fourth.Store(destination + (3 * TLanes.Count));
    }
}
