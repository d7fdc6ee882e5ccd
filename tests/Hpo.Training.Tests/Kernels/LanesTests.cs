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

    [Fact]
    public void Random_words_become_numbers_from_zero_to_below_one()
    {
        AssertShares<FloatLanes8, float>();
        AssertShares<FloatLanes16, float>();
        AssertShares<PortableFloatLanes8, float>();
        AssertShares<DoubleLanes8, double>();
    }

    [Fact]
    public void Lanes_that_are_not_zero_are_told_apart()
    {
        AssertNonZero<FloatLanes8, float>();
        AssertNonZero<FloatLanes16, float>();
        AssertNonZero<PortableFloatLanes8, float>();
        AssertNonZero<DoubleLanes8, double>();
    }

    private static void AssertShares<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var words = stackalloc uint[16];
        var numbers = stackalloc T[16];
        for (var i = 0; i < 16; i++)
            words[i] = (uint)i << 28;
        words[TLanes.Count - 1] = uint.MaxValue;
        TLanes.LoadShares(words).Store(numbers);
        for (var i = 0; i < TLanes.Count - 1; i++)
            Assert.Equal(i / 16.0, double.CreateChecked(numbers[i]));
        Assert.Equal(1 - 1.0 / (1 << 24), double.CreateChecked(numbers[TLanes.Count - 1]));
    }

    private static void AssertNonZero<TLanes, T>()
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var numbers = stackalloc T[16];
        new Span<T>(numbers, 16).Clear();
        numbers[0] = T.One;
        numbers[2] = T.NegativeZero;
        numbers[3] = T.NaN;
        numbers[5] = T.Epsilon;
        numbers[TLanes.Count - 1] = -T.One;
        Assert.Equal(0b101001u | (1u << (TLanes.Count - 1)), TLanes.NonZeroLanes(TLanes.Load(numbers)));
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
