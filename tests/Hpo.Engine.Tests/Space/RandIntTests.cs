using Hpo.Engine.Space;
using static Hpo.Engine.Tests.Space.DomainAssert;

namespace Hpo.Engine.Tests.Space;

public class RandIntTests
{
    [Theory]
    [InlineData(32, 256)]
    [InlineData(-3, 4)]
    [InlineData(0, 2)]
    [InlineData(ParameterValue.MaxInteger - 3, ParameterValue.MaxInteger)]
    public void Every_integer_from_the_lower_bound_up_to_but_without_the_upper_is_equally_probable(long lower, long upperExclusive)
    {
        var domain = new RandInt(lower, upperExclusive);
        AssertEquallyProbable(domain, Integers(lower, upperExclusive, 1));
        Assert.Equal(upperExclusive - 1, domain.Largest);
        Assert.Equal(upperExclusive - lower, domain.Cardinality);
    }

    [Fact]
    public void With_a_step_only_the_grid_is_drawn()
    {
        AssertEquallyProbable(new RandInt(8, 65, 8), Integers(8, 65, 8));
        AssertEquallyProbable(new RandInt(0, 10, 4), Integers(0, 10, 4));
        Assert.Equal(64, new RandInt(8, 65, 8).Largest);
        Assert.Equal(56, new RandInt(8, 64, 8).Largest);
        Assert.Equal("12 is not on the grid that starts at 8 in steps of 8.", new RandInt(8, 64, 8).Refuse(12));
    }

    [Fact]
    public void Each_integer_survives_encoding()
    {
        var domain = new RandInt(-1000, 4000, 3);
        foreach (var integer in Integers(-1000, 4000, 3))
            Assert.Equal(integer, domain.Decode(domain.Encode(integer)));
    }

    [Fact]
    public void The_upper_bound_is_refused_and_the_largest_value_is_named()
    {
        var domain = new RandInt(32, 256);
        Assert.Null(domain.Refuse(32));
        Assert.Null(domain.Refuse(255));
        Assert.Equal("256 lies outside the range from 32 to 255.", domain.Refuse(256));
        Assert.Equal("31 lies outside the range from 32 to 255.", domain.Refuse(31));
        Assert.Equal("64.5 is not a whole number.", domain.Refuse(64.5));
        Assert.Equal("1E+300 is not a whole number.", domain.Refuse(1e300));
        Assert.Equal("big is not a whole number.", domain.Refuse("big"));
    }

    [Fact]
    public void A_whole_real_number_becomes_an_integer()
    {
        Assert.Equal(ParameterValue.FromInteger(64), new RandInt(32, 256).Coerce(64.0));
    }

    [Theory]
    [InlineData(5, 5, 1, "upper", "No integer can be drawn: the upper bound 5 is not included, so it must be above 5.")]
    [InlineData(9, 5, 1, "upper", "The bounds are reversed: the upper bound 5 must be above the lower bound 9.")]
    [InlineData(0, 10, 0, "step", "The step must be a whole number of at least 1.")]
    [InlineData(0, 10, -2, "step", "The step must be a whole number of at least 1.")]
    [InlineData(0, 10, 10, "step", "The step 10 is larger than the range: only the lower bound could be drawn.")]
    [InlineData(-ParameterValue.MaxInteger - 1, 0, 8, "lower", "The lower bound must lie between ±9007199254740992.")]
    [InlineData(long.MinValue, 0, 1, "lower", "The lower bound must lie between ±9007199254740992.")]
    [InlineData(0, ParameterValue.MaxInteger + 1, 8, "upper", "The upper bound must lie between ±9007199254740992.")]
    [InlineData(0, long.MaxValue, 1, "upper", "The upper bound must lie between ±9007199254740992.")]
    [InlineData(0, ParameterValue.MaxInteger, 1, "upper", "The range holds 9007199254740992 integers: at most 1125899906842624 are allowed.")]
    public void Bad_bounds_are_explained(long lower, long upperExclusive, long step, string path, string message)
    {
        AssertProblem(new RandInt(lower, upperExclusive, step), path, message);
    }

    private static List<ParameterValue> Integers(long lower, long upperExclusive, long step)
    {
        var integers = new List<ParameterValue>();
        for (var integer = lower; integer < upperExclusive; integer += step)
            integers.Add(integer);
        return integers;
    }
}
