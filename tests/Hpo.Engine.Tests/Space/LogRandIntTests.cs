using Hpo.Engine.Space;
using static Hpo.Engine.Tests.Space.DomainAssert;

namespace Hpo.Engine.Tests.Space;

public class LogRandIntTests
{
    [Theory]
    [InlineData(1, 65)]
    [InlineData(8, 100)]
    [InlineData(1, 2)]
    [InlineData(3, 5)]
    public void Every_integer_is_drawn_with_the_probability_documented(long lower, long upperExclusive)
    {
        var integers = Enumerable.Range((int)lower, (int)(upperExclusive - lower)).ToList();
        var width = Math.Log((upperExclusive - 0.5) / (lower - 0.5));
        AssertProbable(
            new LogRandInt(lower, upperExclusive),
            [.. integers.Select(integer => (ParameterValue)integer)],
            [.. integers.Select(integer => Math.Log((integer + 0.5) / (integer - 0.5)) / width)]);
    }

    [Theory]
    [InlineData(1, 20_001)]
    [InlineData(7, 9)]
    [InlineData(999_999_990_000, 1_000_000_000_000)]
    public void Each_integer_survives_encoding(long lower, long upperExclusive)
    {
        var domain = new LogRandInt(lower, upperExclusive);
        for (var integer = lower; integer < upperExclusive; integer++)
            Assert.Equal(integer, domain.Decode(domain.Encode(integer)).AsInteger());
    }

    [Fact]
    public void Each_integer_survives_encoding_at_the_far_end_of_the_widest_range()
    {
        var domain = new LogRandInt(1, 1_000_000_000_000);
        for (var integer = domain.Largest - 20_000; integer <= domain.Largest; integer++)
            Assert.Equal(integer, domain.Decode(domain.Encode(integer)).AsInteger());
    }

    [Theory]
    [InlineData(0, 10, "lower", "Lower bound 0 is not allowed on a log scale: use a value above 0.")]
    [InlineData(-4, 10, "lower", "Lower bound -4 is not allowed on a log scale: use a value above 0.")]
    [InlineData(5, 5, "upper", "No integer can be drawn: the upper bound 5 is not included, so it must be above 5.")]
    [InlineData(1, 1_000_000_000_001, "upper", "On a log scale, the upper bound of integers must be at most 1000000000000.")]
    public void Bad_bounds_are_explained(long lower, long upperExclusive, string path, string message)
    {
        AssertProblem(new LogRandInt(lower, upperExclusive), path, message);
    }
}
