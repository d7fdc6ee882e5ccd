using Hpo.Training.Kernels;

namespace Hpo.Training.Tests.Kernels;

public unsafe class TranspositionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 16)]
    [InlineData(7, 35)]
    [InlineData(40, 16)]
    [InlineData(13, 8)]
    public void Rows_become_columns_and_nothing_else_is_written(int rows, int columns)
    {
        Verify<float>(rows, columns);
        Verify<double>(rows, columns);
    }

    private static void Verify<T>(int rows, int columns)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        int sourceRow = columns + 3, destinationRow = rows + 5;
        AlignedArray<T> source = new(rows * sourceRow), destination = new(columns * destinationRow);
        for (var i = 0; i < source.Span.Length; i++)
            source.Span[i] = T.CreateChecked(i + 1);
        Transposition.Copy(source.Pointer, sourceRow, rows, columns, destination.Pointer, destinationRow);
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < destinationRow; row++)
                Assert.Equal(row < rows ? source.Span[(row * sourceRow) + column] : T.Zero, destination.Span[(column * destinationRow) + row]);
        }
    }
}
