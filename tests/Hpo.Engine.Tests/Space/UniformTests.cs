using Hpo.Engine.Space;
using static Hpo.Engine.Tests.Space.DomainAssert;

namespace Hpo.Engine.Tests.Space;

public class UniformTests
{
    [Fact]
    public void Both_bounds_belong_to_the_range()
    {
        var domain = new Uniform(-2, 3);
        Assert.Null(domain.Refuse(-2.0));
        Assert.Null(domain.Refuse(3.0));
        Assert.Null(domain.Refuse(0));
        Assert.Equal("3.0001 lies outside the range from -2 to 3.", domain.Refuse(3.0001));
        Assert.Equal("-2.5 lies outside the range from -2 to 3.", domain.Refuse(-2.5));
        Assert.Equal("true is not a number.", domain.Refuse(true));
        Assert.Equal("NaN lies outside the range from -2 to 3.", domain.Refuse(double.NaN));
    }

    [Fact]
    public void An_integer_becomes_a_real_number()
    {
        Assert.Equal(ParameterValue.FromReal(1), new Uniform(0, 2).Coerce(1));
        Assert.Equal(0.5, new Uniform(0, 2).Encode(1));
    }

    [Fact]
    public void Its_draws_are_uniformly_distributed()
    {
        AssertUniformWhenEncoded(new Uniform(-3, 8));
        AssertUniform(new Uniform(-3, 8), value => (value + 3) / 11);
    }

    [Fact]
    public void With_a_step_every_value_of_the_grid_is_equally_probable()
    {
        AssertEquallyProbable(new Uniform(0, 0.95, 0.05), [.. Enumerable.Range(0, 20).Select(i => ParameterValue.FromReal(i / 20.0))]);
    }

    [Fact]
    public void With_a_step_values_are_the_decimals_a_person_writes()
    {
        Assert.Equal(["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"], Grid(new Uniform(0, 1, 0.1)));
        Assert.Equal(["0.1", "0.3"], Grid(new Uniform(0.1, 0.3, 0.2)));
        Assert.Equal(["0.1", "0.2", "0.3"], Grid(new Uniform(0.1, 0.3, 0.1)));
        Assert.Equal(["-1", "-0.7", "-0.4", "-0.1", "0.2", "0.5", "0.8"], Grid(new Uniform(-1, 1, 0.3)));
        Assert.Equal(["0.1234567890123454", "0.6234567890123454"], Grid(new Uniform(0.1234567890123454, 0.7, 0.5)));
    }

    [Fact]
    public void With_a_step_a_value_beside_the_grid_is_refused_and_the_nearest_is_named()
    {
        var domain = new Uniform(0, 1, 0.25);
        Assert.Equal("0.3 is not on the grid that starts at 0 in steps of 0.25: the nearest value is 0.25.", domain.Refuse(0.3));
        Assert.Null(new Uniform(0, 1, 0.1).Refuse(0.1 + 0.2));
    }

    [Theory]
    [InlineData(1, 0, null, "upper", "The bounds are reversed: the upper bound 0 must be above the lower bound 1.")]
    [InlineData(0.5, 0.5, null, "upper", "Both bounds are 0.5: raise the upper one, or use a constant.")]
    [InlineData(double.NaN, 1, null, "lower", "The lower bound must be a finite number.")]
    [InlineData(0, double.PositiveInfinity, null, "upper", "The upper bound must be a finite number.")]
    [InlineData(0, 1, 0.0, "step", "The step must be a number above 0.")]
    [InlineData(0, 1, -0.1, "step", "The step must be a number above 0.")]
    [InlineData(0, 1, double.NaN, "step", "The step must be a number above 0.")]
    [InlineData(0, 1, 1e-10, "step", "The step must be at least 1E-09.")]
    [InlineData(0, 1, 1.5, "step", "The step 1.5 is larger than the range: only the lower bound could be drawn.")]
    [InlineData(0, 1, 1e300, "step", "The step 1E+300 is larger than the range: only the lower bound could be drawn.")]
    [InlineData(0, 2e12, 1.0, "upper", "With a step, the bounds must lie between ±1000000000000.")]
    public void Bad_bounds_are_explained(double lower, double upper, double? step, string path, string message)
    {
        AssertProblem(new Uniform(lower, upper, step), path, message);
    }

    [Fact]
    public void A_step_that_doubles_cannot_resolve_is_refused()
    {
        Assert.Equal("step", Assert.Single(new Uniform(1e12 - 1, 1e12, 1e-6).Problems()).Path);
        Assert.Equal("step", Assert.Single(new Uniform(0, 1e12, 1e-9).Problems()).Path);
    }

    private static string[] Grid(Uniform domain) =>
        [.. Enumerable.Range(0, (int)domain.Cardinality!).Select(i => domain.Decode((i + 0.5) / domain.Cardinality.Value).ToString())];
}
