using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// The lower triangular factor L of a positive definite matrix L Lᵀ, row by row, so that rows can be added: row i depends on the rows above
/// it only, and is computed in the same way, to the last bit, whether added later or not. Blocked so that the rows in use stay in the cache
/// (Golub and Van Loan, <i>Matrix Computations</i>, 4.2).
/// </summary>
internal sealed class CholeskyFactor
{
    /// <summary>How many rows are factorised at a time.</summary>
    private const int Block = 32;

    private double[] _rows = [];
    private double[] _inverseDiagonal = [];

    /// <summary>The number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The distance from a row to the next, a multiple of 4; also the room for a right-hand side in <see cref="Solve"/>.</summary>
    public int Stride { get; private set; }

    /// <summary>The logarithm of the determinant of L Lᵀ.</summary>
    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            foreach (var inverse in _inverseDiagonal.AsSpan(0, Count))
                sum -= Math.Log(inverse);
            return 2 * sum;
        }
    }

    /// <summary>An element on or below the diagonal.</summary>
    public double this[int row, int column] => column == row ? 1 / _inverseDiagonal[row] : _rows[(row * Stride) + column];

    /// <summary>Forgets the rows from one on.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    /// <summary>Makes room for rows; those there stay.</summary>
    public void Reserve(int capacity)
    {
        var padded = Pad(capacity);
        if (padded <= _inverseDiagonal.Length)
            return;
        padded = Math.Max(padded, Pad(_inverseDiagonal.Length * 5 / 4));
        // an odd number of vectors a row, lest the rows fall on the same few places of the cache
        var stride = padded % 8 == 0 ? padded + 4 : padded;
        var rows = new double[padded * stride];
        for (var i = 0; i < Count; i++)
            _rows.AsSpan(i * Stride, i + 1).CopyTo(rows.AsSpan(i * stride));
        (_rows, Stride) = (rows, stride);
        Array.Resize(ref _inverseDiagonal, padded);
    }

    /// <summary>
    /// Where a row of the matrix to be factorised is written down, up to its diagonal element, before <see cref="TryExtend"/>; there is
    /// room to write more.
    /// </summary>
    public Span<double> Row(int row) => _rows.AsSpan(row * Stride, Stride);

    /// <summary>Factorises the rows that have been written down.</summary>
    /// <param name="count">The number of rows there will be.</param>
    /// <returns>Whether the matrix is positive definite; if not, there are as many rows as before.</returns>
    public bool TryExtend(int count)
    {
        for (var row = Count; row < count;)
        {
            var start = row / Block * Block;
            var end = Math.Min(start + Block, count);
            SolveTiles(_rows.AsSpan(row * Stride), Stride, end - row, start);
            for (; row < end; row++)
            {
                if (!TryFinish(row, start))
                    return false;
            }
        }

        Count = count;
        return true;
    }

    /// <summary>Solves L x = b for several right-hand sides at once, in place.</summary>
    /// <param name="rows">The right-hand sides, one a row with room for <see cref="Stride"/> numbers.</param>
    /// <param name="count">How many there are.</param>
    public void Solve(Span<double> rows, int count) => SolveTiles(rows, Stride, count, Count);

    /// <summary>Solves Lᵀ x = b in place.</summary>
    public void SolveTransposed(Span<double> x)
    {
        for (var i = Count - 1; i >= 0; i--)
        {
            x[i] *= _inverseDiagonal[i];
            var row = _rows.AsSpan(i * Stride, i);
            var factor = Vector256.Create(-x[i]);
            var j = 0;
            for (; j + 4 <= i; j += 4)
                Vector256.FusedMultiplyAdd(factor, Vector256.Create<double>(row[j..]), Vector256.Create<double>(x[j..])).CopyTo(x[j..]);
            for (; j < i; j++)
                x[j] = Math.FusedMultiplyAdd(-x[i], row[j], x[j]);
        }
    }

    /// <summary>The inverse of L, transposed: row i is the solution of L x = eᵢ, with zeros before i and after the last element.</summary>
    /// <param name="rows">Room for <see cref="Count"/> rows of <see cref="Stride"/> numbers.</param>
    public void InverseTransposed(Span<double> rows)
    {
        rows[..(Count * Stride)].Clear();
        for (var i = 0; i < Count; i++)
            rows[(i * Stride) + i] = 1;
        for (var column = 0; column < Count; column += 4)
        {
            // row i is zero up to column i, so that its dot products start there
            var last = Math.Min(column + 4, Count);
            for (var i = 0; i < last; i += 2)
                SolveTile(rows[(i * Stride)..], Stride, Math.Min(2, last - i), column, from: i / 4 * 4, Math.Min(4, Count - column));
        }
    }

    private static int Pad(int count) => (count + 3) / 4 * 4;

    /// <summary>Elements of rows from column 0 to another column, all rows above being known.</summary>
    private void SolveTiles(Span<double> rows, int stride, int count, int columns)
    {
        for (var column = 0; column < columns; column += 4)
        {
            for (var i = 0; i < count; i += 2)
                SolveTile(rows[(i * stride)..], stride, Math.Min(2, count - i), column, from: 0, Math.Min(4, columns - column));
        }
    }

    /// <summary>Up to four elements of one or two rows.</summary>
    private void SolveTile(Span<double> rows, int stride, int count, int column, int from, int width)
    {
        ref var x = ref rows[0];
        ref var factor = ref _rows[column * Stride];
        Debug.Assert(_rows.Length >= (column + 4) * Stride && rows.Length >= ((count - 1) * stride) + column + width);
        if (count == 1)
        {
            Finish(ref x, DotTile.OneByFour(ref x, ref factor, (nuint)Stride, (nuint)from, (nuint)column), column, width);
            return;
        }

        ref var y = ref Unsafe.Add(ref x, stride);
        var first = DotTile.TwoByFour(ref x, ref y, ref factor, (nuint)Stride, (nuint)from, (nuint)column, out var second);
        Finish(ref x, first, column, width);
        Finish(ref y, second, column, width);
    }

    /// <summary>The rest of the work on a tile, inside the triangle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Finish(ref double x, Vector256<double> dots, int column, int width)
    {
        ref var start = ref Unsafe.Add(ref x, column);
        for (var i = 0; i < width; i++)
        {
            ref var row = ref _rows[((column + i) * Stride) + column];
            var rest = Unsafe.Add(ref start, i) - dots[i];
            for (var j = 0; j < i; j++)
                rest = Math.FusedMultiplyAdd(-Unsafe.Add(ref start, j), Unsafe.Add(ref row, j), rest);
            Unsafe.Add(ref start, i) = rest * _inverseDiagonal[column + i];
        }
    }

    /// <summary>The elements of a row from a column to the diagonal.</summary>
    private bool TryFinish(int row, int column)
    {
        var elements = _rows.AsSpan(row * Stride, Stride);
        for (; column + 4 <= row; column += 4)
            SolveTile(elements, Stride, 1, column, from: 0, 4);
        ref var x = ref elements[0];
        var dots = DotTile.OneByFour(ref x, ref _rows[column * Stride], (nuint)Stride, 0, (nuint)column);
        Finish(ref x, dots, column, row - column);
        var pivot = elements[row] - dots[row - column];
        for (var j = column; j < row; j++)
            pivot = Math.FusedMultiplyAdd(-elements[j], elements[j], pivot);
        _inverseDiagonal[row] = 1 / Math.Sqrt(pivot);
        return pivot > 0 && double.IsFinite(pivot);
    }
}
