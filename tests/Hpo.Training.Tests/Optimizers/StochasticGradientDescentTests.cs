using Hpo.Training.Kernels;
using Hpo.Training.Layers;
using Hpo.Training.Optimizers;

namespace Hpo.Training.Tests.Optimizers;

public class StochasticGradientDescentTests
{
    private readonly ParameterMatrix<double> _parameters = new(inputs: 2, units: 3, lanes: 8, fanOut: 3);

    public StochasticGradientDescentTests()
    {
        for (var row = 0; row <= 2; row++)
        {
            _parameters.Row(row).Fill(1);
            _parameters.GradientRow(row).Fill(0.5);
        }
    }

    [Fact]
    public void A_plain_step_goes_against_the_gradient()
    {
        Step(new([_parameters], learningRate: 0.1));
        Assert.Equal(1 - 0.1 * 0.5, _parameters.Row(0)[0], 12);
    }

    [Fact]
    public void Momentum_keeps_a_share_of_the_last_step()
    {
        var optimizer = new StochasticGradientDescent<DoubleLanes8, double>([_parameters], learningRate: 0.1, momentum: 0.9);
        Step(optimizer);
        Step(optimizer);
        Assert.Equal(1 - 0.1 * 0.5 - 0.1 * (0.9 * 0.5 + 0.5), _parameters.Row(1)[2], 12);
    }

    [Fact]
    public void Weight_decay_pulls_towards_zero()
    {
        Step(new([_parameters], learningRate: 0.1, weightDecay: 0.01));
        Assert.Equal(1 - 0.1 * (0.5 + 0.01), _parameters.Row(2)[1], 12);
    }

    [Fact]
    public void Only_the_rows_asked_for_change()
    {
        new StochasticGradientDescent<DoubleLanes8, double>([_parameters], 0.1).Update(_parameters, 1..2);
        Assert.Equal(1, _parameters.Row(0)[0]);
        Assert.NotEqual(1, _parameters.Row(1)[0]);
        Assert.Equal(1, _parameters.Row(2)[0]);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(0.1, 1, 0)]
    [InlineData(0.1, 0, -1)]
    public void Numbers_outside_their_range_are_refused(double rate, double momentum, double decay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new StochasticGradientDescent<DoubleLanes8, double>([_parameters], rate, momentum, decay));

    private void Step(StochasticGradientDescent<DoubleLanes8, double> optimizer) => optimizer.Update(_parameters, ..3);
}
