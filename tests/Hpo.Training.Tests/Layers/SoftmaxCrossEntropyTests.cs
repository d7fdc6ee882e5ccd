using Hpo.Training.Layers;

namespace Hpo.Training.Tests.Layers;

public class SoftmaxCrossEntropyTests
{
    private static readonly byte[] Labels = [2, 0];
    private readonly SoftmaxCrossEntropy<double> _loss = new(classes: 3, capacity: 2);
    private readonly ImageBatch<double> _scores = new(ImageShape.Vector(3), 2);

    public SoftmaxCrossEntropyTests()
    {
        Set(0, 0.5, -1.0, 2.0);
        Set(1, 0.1, 0.7, 0.3);
    }

    [Fact]
    public void The_loss_is_the_mean_of_minus_log_p()
    {
        var first = Math.Log(Math.Exp(0.5) + Math.Exp(-1) + Math.Exp(2)) - 2;
        var second = Math.Log(Math.Exp(0.1) + Math.Exp(0.7) + Math.Exp(0.3)) - 0.1;
        Assert.Equal((first + second) / 2, Compute(), 12);
    }

    [Fact]
    public void Its_gradient_is_that_of_finite_differences()
    {
        const double Step = 1e-6;
        for (var image = 0; image < 2; image++)
        {
            for (var i = 0; i < 3; i++)
            {
                ref var score = ref _scores.Image(image)[i];
                var value = score;
                score = value + Step;
                var above = Compute();
                score = value - Step;
                var below = Compute();
                score = value;
                Compute();
                Assert.Equal((above - below) / (2 * Step), _loss.ScoreGradient.Image(image)[i], tolerance: 1e-8);
            }
        }
    }

    [Fact]
    public void It_counts_the_images_whose_best_score_is_not_at_their_label()
    {
        Compute();
        Assert.Equal(1, _loss.Mistakes(2));
    }

    [Fact]
    public void Scores_of_a_thousand_do_not_overflow()
    {
        Set(0, 1000, -1000, 999);
        Assert.True(double.IsFinite(Compute()));
    }

    [Fact]
    public void A_score_that_is_not_a_number_makes_the_loss_not_a_number()
    {
        _scores.Image(0)[1] = double.NaN;
        Assert.True(double.IsNaN(Compute()));
    }

    private void Set(int image, params ReadOnlySpan<double> scores) => scores.CopyTo(_scores.Image(image));

    private double Compute()
    {
        for (var slice = 0; slice < BatchSlice.CountFor(2); slice++)
            _loss.Compute(_scores, Labels, BatchSlice.Of(2, slice));
        return _loss.Loss(2);
    }
}
