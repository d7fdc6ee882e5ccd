using Hpo.Engine.Randomness;
using Hpo.Training.Kernels;

namespace Hpo.Training.Tests.Kernels;

public unsafe class SkippingProductTests
{
    [Theory]
    [InlineData(1, 1, 4, 0.0)]
    [InlineData(2, 95, 4, 0.5)]
    [InlineData(7, 96, 5, 0.75)]
    [InlineData(9, 97, 3, 0.5)]
    [InlineData(10, 300, 8, 0.6)]
    [InlineData(41, 200, 11, 0.9)]
    [InlineData(85, 10, 4, 0.3)]
    [InlineData(6, 50, 9, 1.0)]
    public void It_gives_the_bits_of_the_product_that_skips_nothing(int rows, int columns, int vectors, double zeros)
    {
        Verify<FloatLanes8, float>(rows, columns, vectors, zeros);
        Verify<FloatLanes16, float>(rows, columns, vectors, zeros);
        Verify<PortableFloatLanes8, float>(rows, columns, vectors, zeros);
        Verify<DoubleLanes8, double>(rows, columns, vectors, zeros);
    }

    private static void Verify<TLanes, T>(int rows, int columns, int vectors, double zeros)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, System.Numerics.INumber<T>
    {
        // room behind the last row and column, filled too: it must not count
        int width = vectors * TLanes.Count, pitch = columns + AlignedArray.MaxLanes, tallPitch = rows + AlignedArray.MaxLanes;
        AlignedArray<T> a = Draw<T>(rows * pitch, zeros), tall = Draw<T>(columns * tallPitch, zeros), b = Draw<T>(columns * width, 0), bias = Draw<T>(width, 0);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                tall.Span[(column * tallPitch) + row] = a.Span[(row * pitch) + column];
        }

        AlignedArray<T> expected = new(rows * width), inRows = new(rows * width), inColumns = new(rows * width);
        var wide = new LeftOperand<T>(a.Pointer, pitch, 1, columns);
        MatrixProduct<TLanes, T>.Multiply(wide, rows, b.Pointer, width, bias.Pointer, 0, expected.Pointer, width, vectors);
        SkippingProduct<TLanes, T>.Multiply(wide, rows, b.Pointer, width, bias.Pointer, 0, inRows.Pointer, width, vectors);
        var transposed = new LeftOperand<T>(tall.Pointer, 1, tallPitch, columns);
        SkippingProduct<TLanes, T>.Multiply(transposed, rows, b.Pointer, width, bias.Pointer, 0, inColumns.Pointer, width, vectors);
        Assert.Equal(expected.Span.ToArray(), inRows.Span.ToArray());
        Assert.Equal(expected.Span.ToArray(), inColumns.Span.ToArray());
    }

    private static AlignedArray<T> Draw<T>(int length, double zeros)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var random = RandomStream.Derive(5, length, "matrix");
        var array = new AlignedArray<T>(length);
        foreach (ref var element in array.Span)
            element = random.NextDouble() < zeros ? T.Zero : T.CreateChecked(random.NextGaussian());
        return array;
    }
}
