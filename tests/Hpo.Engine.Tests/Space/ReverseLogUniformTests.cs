using Hpo.Engine.Space;
using static Hpo.Engine.Tests.Space.DomainAssert;

namespace Hpo.Engine.Tests.Space;

public class ReverseLogUniformTests
{
    [Fact]
    public void The_distance_from_1_is_what_is_spread_over_powers_of_ten()
    {
        var domain = new ReverseLogUniform(0, 0.9999);
        Assert.Equal(0.9, domain.Decode(0.25).AsReal(), 1e-12);
        Assert.Equal(0.99, domain.Decode(0.5).AsReal(), 1e-12);
        Assert.Equal(0.999, domain.Decode(0.75).AsReal(), 1e-12);
    }

    [Fact]
    public void The_logarithm_of_the_distance_from_1_is_uniformly_distributed()
    {
        AssertUniformWhenEncoded(new ReverseLogUniform(0, 0.9999));
        AssertUniform(new ReverseLogUniform(0, 0.9999), value => -Math.Log10(1 - value) / 4);
    }

    [Theory]
    [InlineData(-0.1, 0.5, "lower", "Lower bound -0.1 is not allowed on a reverse log scale: use 0 or more.")]
    [InlineData(0, 1, "upper", "Upper bound 1 is not allowed on a reverse log scale: use a value below 1.")]
    [InlineData(1e-20, 2e-20, "upper", "The bounds are too close together for a log scale: move them apart, or use a constant.")]
    public void Bad_bounds_are_explained(double lower, double upper, string path, string message)
    {
        AssertProblem(new ReverseLogUniform(lower, upper), path, message);
    }
}
