using Hpo.Training.Kernels;

namespace Hpo.Training.Tests.Kernels;

public unsafe class LanesTests
{
    [Fact]
    public void The_fast_sigmoid_is_right_to_single_precision_in_every_vector()
    {
        for (var x = -100f; x <= 100f; x += 0.37f)
        {
            var expected = 1 / (1 + Math.Exp(-(double)x));
            AssertSigmoid<FloatLanes8>(x, expected);
            AssertSigmoid<FloatLanes16>(x, expected);
            AssertSigmoid<PortableFloatLanes8>(x, expected);
        }
    }

    [Theory]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(0f, 0.5f)]
    public void The_fast_sigmoid_of_special_values(float x, float expected)
    {
        Assert.Equal(expected, Sigmoid<FloatLanes8>(x), 6);
        Assert.Equal(expected, Sigmoid<PortableFloatLanes8>(x), 6);
    }

    [Fact]
    public void A_comparison_with_NaN_is_false()
    {
        Assert.Equal(2f, Select<FloatLanes8>(float.NaN, 0));
        Assert.Equal(2f, Select<FloatLanes16>(0, float.NaN));
        Assert.Equal(2f, Select<PortableFloatLanes8>(float.NaN, float.NaN));
        Assert.Equal(1f, Select<PortableFloatLanes8>(1, 0));
    }

    private static void AssertSigmoid<TLanes>(float x, double expected)
        where TLanes : struct, ILanes<TLanes, float>
    {
        Assert.InRange(Sigmoid<TLanes>(x), expected - 2e-7 * expected - 1e-37, expected + 2e-7 * expected + 1e-37);
    }

    private static float Sigmoid<TLanes>(float x)
        where TLanes : struct, ILanes<TLanes, float> =>
        First(TLanes.Sigmoid(TLanes.Broadcast(x)));

    private static float Select<TLanes>(float a, float b)
        where TLanes : struct, ILanes<TLanes, float> =>
        First(TLanes.SelectGreater(TLanes.Broadcast(a), TLanes.Broadcast(b), TLanes.Broadcast(1), TLanes.Broadcast(2)));

    private static float First<TLanes>(TLanes lanes)
        where TLanes : struct, ILanes<TLanes, float>
    {
        var buffer = stackalloc float[16];
        lanes.Store(buffer);
        return buffer[TLanes.Count - 1];
    }
}
