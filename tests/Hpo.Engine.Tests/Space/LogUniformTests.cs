using Hpo.Engine.Space;
using static Hpo.Engine.Tests.Space.DomainAssert;

namespace Hpo.Engine.Tests.Space;

public class LogUniformTests
{
    [Fact]
    public void The_middle_of_the_unit_interval_is_the_geometric_mean()
    {
        Assert.Equal(0.1, new LogUniform(0.01, 1).Decode(0.5).AsReal(), 1e-15);
        Assert.Equal(0.5, new LogUniform(0.01, 1).Encode(0.1), 1e-15);
    }

    [Fact]
    public void The_logarithm_of_its_draws_is_uniformly_distributed()
    {
        AssertUniformWhenEncoded(new LogUniform(1e-5, 10));
        AssertUniform(new LogUniform(1e-5, 10), value => (Math.Log10(value) + 5) / 6);
    }

    [Theory]
    [InlineData(0, 1, "lower", "Lower bound 0 is not allowed on a log scale: use a value above 0.")]
    [InlineData(-0.5, 1, "lower", "Lower bound -0.5 is not allowed on a log scale: use a value above 0.")]
    [InlineData(1, 0.1, "upper", "The bounds are reversed: the upper bound 0.1 must be above the lower bound 1.")]
    [InlineData(1, 1, "upper", "Both bounds are 1: raise the upper one, or use a constant.")]
    public void Bad_bounds_are_explained(double lower, double upper, string path, string message)
    {
        AssertProblem(new LogUniform(lower, upper), path, message);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        Assert.Equal(["upper", "lower"], new LogUniform(-1, -2).Problems().Select(problem => problem.Path));
    }
}
