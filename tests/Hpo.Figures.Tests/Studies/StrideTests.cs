using Hpo.Figures.Studies;

namespace Hpo.Figures.Tests.Studies;

public sealed class StrideTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 1)]
    [InlineData(200, 2)]
    [InlineData(10_000, 128)]
    public void Powers_of_two_bring_a_number_down_to_its_limit(int count, int stride)
    {
        Assert.Equal(stride, Stride.Of(count, 100));
        Assert.True(count / Stride.Of(count, 100) <= 100);
    }
}
