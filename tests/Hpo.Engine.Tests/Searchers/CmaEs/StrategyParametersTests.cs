using Hpo.Engine.Searchers.CmaEs;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class StrategyParametersTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 6)]
    [InlineData(3, 7)]
    [InlineData(6, 9)]
    [InlineData(10, 10)]
    [InlineData(100, 17)]
    public void The_default_population_grows_with_the_logarithm_of_the_dimensions(int dimensions, int population)
    {
        Assert.Equal(population, StrategyParameters.DefaultPopulation(dimensions));
    }

    [Fact]
    public void The_constants_for_two_dimensions_are_those_computed_by_hand_from_the_tutorial()
    {
        var parameters = new StrategyParameters(2, 6);
        Assert.Equal(3, parameters.Parents);
        // raw weights ln 3.5 − ln i: 1.252763, 0.559616, 0.154151, −0.133531, −0.356675, −0.538997
        Assert.Equal(1.966529 * 1.966529 / 1.906347, parameters.MuEff, 5);
        Assert.Equal(0.624555, parameters.CovariancePathRate, 6);
        Assert.Equal(4.028611 / 9.028611, parameters.StepPathRate, 6);
        Assert.Equal(1.446205, parameters.StepDamping, 6);
        Assert.Equal(2 / (10.89 + 2.028611), parameters.RankOneRate, 6);
        Assert.Equal(0.085593, parameters.RankMuRate, 6);
        Assert.Equal(1.254273, parameters.NormLength, 6);
        double[] weights = [0.637043, 0.284570, 0.078387, -0.286384, -0.764958, -1.155982];
        Assert.All(weights.Zip(parameters.Weights), pair => Assert.Equal(pair.First, pair.Second, 6));
    }

    [Fact]
    public void The_effective_number_of_parents_in_ten_dimensions_is_the_published_one()
    {
        Assert.Equal(3.167299, new StrategyParameters(10, 10).MuEff, 6);
    }

    [Fact]
    public void The_step_size_is_damped_more_when_there_are_many_parents()
    {
        var parameters = new StrategyParameters(10, 200);
        Assert.Equal(4.139462, parameters.StepDamping, 6);
        Assert.Equal(0.517499, parameters.RankMuRate, 6);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 6)]
    [InlineData(5, 11)]
    [InlineData(40, 15)]
    [InlineData(100, 1000)]
    public void Weights_fall_and_the_positive_ones_add_up_to_one(int dimensions, int population)
    {
        var parameters = new StrategyParameters(dimensions, population);
        Assert.Equal(population, parameters.Weights.Length);
        Assert.Equal(parameters.Weights.OrderDescending(), parameters.Weights);
        Assert.Equal(1, parameters.Weights.Where(weight => weight > 0).Sum(), 12);
        Assert.Equal(parameters.Parents, parameters.Weights.Count(weight => weight > 1e-12));
        // what keeps the covariance matrix positive definite
        var negative = -parameters.Weights.Where(weight => weight < 0).Sum();
        Assert.True(parameters.RankMuRate * dimensions * negative <= 1 - parameters.RankOneRate - parameters.RankMuRate + 1e-12);
    }
}
