using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hpo.Training.Kernels;

/// <summary>Copies a matrix with rows and columns exchanged.</summary>
internal static unsafe class Transposition
{
    // a block is a cache line wide: its lines of the destination stay in the cache until they are full
    private const int BlockColumns = 16;

    /// <summary>Writes element (row, column) of the source to (column, row) of the destination.</summary>
    public static void Copy<T>(T* source, nint sourceRow, int rows, int columns, T* destination, nint destinationRow)
        where T : unmanaged
    {
        for (var column = 0; column < columns; column += BlockColumns)
        {
            var end = Math.Min(column + BlockColumns, columns);
            var row = 0;
            if (typeof(T) == typeof(float) && Sse.IsSupported && end - column == BlockColumns)
            {
                for (; row + 4 <= rows; row += 4)
                {
                    for (var i = column; i < end; i += 4)
                        Copy4X4((float*)(source + (row * sourceRow) + i), sourceRow, (float*)(destination + (i * destinationRow) + row), destinationRow);
                }
            }

            for (; row < rows; row++)
            {
                for (var i = column; i < end; i++)
                    destination[(i * destinationRow) + row] = source[(row * sourceRow) + i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy4X4(float* source, nint sourceRow, float* destination, nint destinationRow)
    {
        Vector128<float> row0 = Vector128.Load(source), row1 = Vector128.Load(source + sourceRow);
        Vector128<float> row2 = Vector128.Load(source + (2 * sourceRow)), row3 = Vector128.Load(source + (3 * sourceRow));
        Vector128<float> left01 = Sse.UnpackLow(row0, row1), right01 = Sse.UnpackHigh(row0, row1);
        Vector128<float> left23 = Sse.UnpackLow(row2, row3), right23 = Sse.UnpackHigh(row2, row3);
        Sse.MoveLowToHigh(left01, left23).Store(destination);
        Sse.MoveHighToLow(left23, left01).Store(destination + destinationRow);
        Sse.MoveLowToHigh(right01, right23).Store(destination + (2 * destinationRow));
        Sse.MoveHighToLow(right23, right01).Store(destination + (3 * destinationRow));
    }
}
