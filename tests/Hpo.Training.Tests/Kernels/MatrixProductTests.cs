using Hpo.Engine.Randomness;
using Hpo.Training.Kernels;

namespace Hpo.Training.Tests.Kernels;

public unsafe class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 3, 2)]
    [InlineData(5, 17, 2)]
    [InlineData(7, 25, 1)]
    [InlineData(10, 30, 3)]
    [InlineData(13, 6, 5)]
    [InlineData(28, 25, 1)]
    public void Every_element_is_the_sum_over_the_columns(int rows, int columns, int vectors)
    {
        var width = vectors * 8;
        AlignedArray<double> a = Draw<double>(rows * columns), b = Draw<double>(columns * width), bias = Draw<double>(width);
        var c = new AlignedArray<double>(rows * width);
        MatrixProduct<DoubleLanes8, double>.Multiply(
            new LeftOperand<double>(a.Pointer, columns, 1, columns), rows, b.Pointer, width, bias.Pointer, 0, c.Pointer, width, vectors);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < width; column++)
            {
                var sum = bias.Span[column];
                for (var k = 0; k < columns; k++)
                    sum += a.Span[row * columns + k] * b.Span[k * width + column];
                Assert.Equal(sum, c.Span[row * width + column], 12);
            }
        }
    }

    [Fact]
    public void All_vectors_give_the_same_bits()
    {
        var portable = Multiply<PortableFloatLanes8>();
        Assert.Equal(portable, Multiply<FloatLanes8>());
        Assert.Equal(portable, Multiply<FloatLanes16>());
    }

    private static float[] Multiply<TLanes>()
        where TLanes : struct, ILanes<TLanes, float>
    {
        const int Rows = 11, Columns = 37, Width = 48;
        AlignedArray<float> a = Draw<float>(Rows * Columns), b = Draw<float>(Columns * Width), bias = Draw<float>(Width);
        var c = new AlignedArray<float>(Rows * Width);
        MatrixProduct<TLanes, float>.Multiply(
            new LeftOperand<float>(a.Pointer, Columns, 1, Columns), Rows, b.Pointer, Width, bias.Pointer, 0, c.Pointer, Width, Width / TLanes.Count);
        return c.Span.ToArray();
    }

    private static AlignedArray<T> Draw<T>(int length)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var random = RandomStream.Derive(3, length, "matrix");
        var array = new AlignedArray<T>(length);
        foreach (ref var element in array.Span)
            element = T.CreateChecked(random.NextGaussian());
        return array;
    }
}
