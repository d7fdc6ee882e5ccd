using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Objectives;

public class SyntheticCurveTests
{
    private static readonly SyntheticCurve Objective = new();

    [Fact]
    public void A_curve_falls_from_chance_level_towards_its_floor()
    {
        var curve = Enumerable.Range(0, 11).Select(epoch => SyntheticCurve.ErrorAt(Objective.DefaultConfiguration, epoch)).ToList();
        Assert.Equal(0.9, curve[0]);
        Assert.Equal(curve.OrderDescending(), curve);
        Assert.InRange(curve[10], 0.1, 0.2);
    }

    [Fact]
    public void Noise_is_small_and_determined_by_the_seed()
    {
        Assert.Equal(Curve(Objective, seed: 1), Curve(Objective, seed: 1));
        Assert.NotEqual(Curve(Objective, seed: 1), Curve(Objective, seed: 2));
        Assert.All(Curve(Objective, seed: 1).Index(), pair =>
            Assert.InRange(pair.Item - SyntheticCurve.ErrorAt(Objective.DefaultConfiguration, pair.Index + 1), -0.03, 0.03));
        Assert.All(
            Curve(new SyntheticCurve(noise: 0), seed: 1).Index(),
            pair => Assert.Equal(SyntheticCurve.ErrorAt(Objective.DefaultConfiguration, pair.Index + 1), pair.Item));
    }

    [Fact]
    public void The_best_learning_rate_grows_with_the_batch_size_and_is_inside_the_space()
    {
        Assert.InRange(BestLearningRate(32), 0.02, BestLearningRate(64));
        Assert.InRange(BestLearningRate(64), BestLearningRate(32), 0.5);
    }

    [Fact]
    public void Curves_cross_because_the_fastest_is_not_the_best()
    {
        Configuration best = new(("learning_rate", 0.2), ("batch_size", 128)), fastest = best.With("learning_rate", 0.4);
        Assert.True(SyntheticCurve.ErrorAt(fastest, 1) < SyntheticCurve.ErrorAt(best, 1));
        Assert.True(SyntheticCurve.ErrorAt(fastest, 20) > SyntheticCurve.ErrorAt(best, 20));
    }

    [Fact]
    public void Its_known_minimum_is_the_error_of_the_best_configuration_and_no_configuration_is_better()
    {
        var errors = from batchSize in Enumerable.Range(32, 224)
                     from step in Enumerable.Range(0, 501)
                     select SyntheticCurve.ErrorAt(new(("learning_rate", Math.Pow(10, (step - 500) / 250.0)), ("batch_size", batchSize)), Objective.DefaultMaxEpochs);
        Assert.InRange(errors.Where(double.IsFinite).Min() - Objective.KnownMinimum!.Value, 0, 0.00002);
    }

    [Fact]
    public void Every_error_in_the_space_is_a_proportion_unless_the_training_diverges()
    {
        var random = new RandomStream(1);
        for (var i = 0; i < 500; i++)
        {
            var configuration = Objective.DefaultSpace.Sample(random);
            using var evaluation = Objective.Start(new EvaluationRequest(i, configuration, i, 10));
            var error = evaluation.RunEpoch(CancellationToken.None);
            if (!double.IsNaN(SyntheticCurve.ErrorAt(configuration, 1)))
                Assert.InRange(error, 0, 1);
        }
    }

    [Theory]
    [InlineData(0.49, false)]
    [InlineData(0.51, true)]
    public void Ten_times_the_best_learning_rate_diverges(double learningRate, bool diverges)
    {
        // the best learning rate at a batch size of 32 is 0.05
        using var evaluation = Objective.Start(new EvaluationRequest(0, new(("learning_rate", learningRate), ("batch_size", 32)), 0, 10));
        Assert.Equal(diverges, double.IsNaN(evaluation.RunEpoch(CancellationToken.None)));
    }

    [Fact]
    public void It_goes_on_from_a_checkpoint_as_if_it_had_never_paused()
    {
        var whole = Curve(Objective, seed: 5);
        var request = new EvaluationRequest(0, Objective.DefaultConfiguration, 5, 10);
        using var first = Objective.Start(request);
        var errors = Run(first, 4);
        using var second = Objective.Start(request with { Checkpoint = first.SaveCheckpoint() });
        Assert.Equal(4, second.Epoch);
        Assert.Equal(whole, [.. errors, .. Run(second, 6)]);
        Assert.Throws<ArgumentException>(() => Objective.Start(request with { Checkpoint = [1, 2, 3] }));
    }

    [Fact]
    public async Task An_epoch_takes_its_time_by_the_injected_clock()
    {
        var time = new ManualTimeProvider();
        using var evaluation = new SyntheticCurve(TimeSpan.FromSeconds(2), time).Start(new EvaluationRequest(0, Objective.DefaultConfiguration, 0, 10));
        var epoch = Task.Run(() => evaluation.RunEpoch(CancellationToken.None));
        time.AwaitTimers(1);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, evaluation.Epoch);
        time.Advance(TimeSpan.FromSeconds(1));
        await epoch;
        Assert.Equal(1, evaluation.Epoch);
    }

    [Fact]
    public async Task The_wait_of_an_epoch_obeys_cancellation()
    {
        var time = new ManualTimeProvider();
        using var cancel = new CancellationTokenSource();
        using var evaluation = new SyntheticCurve(TimeSpan.FromSeconds(2), time).Start(new EvaluationRequest(0, Objective.DefaultConfiguration, 0, 10));
        var epoch = Task.Run(() => evaluation.RunEpoch(cancel.Token));
        time.AwaitTimers(1);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => epoch);
        Assert.Equal(0, evaluation.Epoch);
    }

    [Fact]
    public void A_space_it_cannot_take_is_refused()
    {
        Assert.Empty(Objective.CheckSpace(Objective.DefaultSpace));
        ConfigSpace space = new(("learning_rate", new Uniform(0, 1)), ("momentum", new Uniform(0, 1)));
        Assert.Equal(
            [
                "learning_rate: Synthetic learning curve needs numbers above 0 for learning_rate.",
                "batch_size: Synthetic learning curve needs a hyperparameter batch_size.",
            ],
            Objective.CheckSpace(space).Select(problem => problem.ToString()));
    }

    [Fact]
    public void Bad_settings_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticCurve(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticCurve(noise: -1));
    }

    private static double BestLearningRate(int batchSize) => Enumerable.Range(0, 200)
        .Select(i => 0.01 * Math.Pow(100, i / 199.0))
        .Select(rate => (Rate: rate, Error: SyntheticCurve.ErrorAt(new Configuration(("learning_rate", rate), ("batch_size", batchSize)), 30)))
        .Where(pair => !double.IsNaN(pair.Error))
        .MinBy(pair => pair.Error).Rate;

    private static List<double> Curve(SyntheticCurve objective, long seed)
    {
        using var evaluation = objective.Start(new EvaluationRequest(0, objective.DefaultConfiguration, seed, 10));
        return Run(evaluation, 10);
    }

    private static List<double> Run(IEvaluation evaluation, int epochs) =>
        [.. Enumerable.Range(0, epochs).Select(_ => evaluation.RunEpoch(CancellationToken.None))];
}
