using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Training.Data;
using Hpo.Training.Models;
using Hpo.Training.Objectives;
using Hpo.Training.Tests.Data;
using Hpo.Training.Torch.Objectives;

namespace Hpo.Training.Torch.Tests.Objectives;

public sealed class TorchLeNetObjectiveTests
{
    private static readonly FashionMnist Fake = FakeFashionMnist.InMemory();
    private readonly TorchLeNetObjective _objective = new(Fake, threadsPerTrial: 1);

    [Fact]
    public void It_has_the_hyperparameters_of_our_own()
    {
        var own = new LeNetObjective(Fake);
        Assert.Equal(own.Name, _objective.Name);
        Assert.Equal(own.DefaultSpace, _objective.DefaultSpace);
        Assert.Equal(own.DefaultConfiguration, _objective.DefaultConfiguration);
        Assert.Equal(own.DefaultMaxEpochs, _objective.DefaultMaxEpochs);
        Assert.Equal((own.SmallestError, own.LargestError), (_objective.SmallestError, _objective.LargestError));
        Assert.True(_objective.HasCheckpoints);
        var space = new ConfigSpace(("learning_rate", new Uniform(0, 1)));
        Assert.NotEmpty(_objective.CheckSpace(space));
        Assert.Equal(own.CheckSpace(space), _objective.CheckSpace(space));
    }

    [Theory]
    [InlineData(LeNetVariant.Modern, 0.1)]
    [InlineData(LeNetVariant.Classic, 0.9)]
    public void It_begins_with_our_own_weights_and_goes_the_same_way(LeNetVariant variant, double learningRate)
    {
        using var torch = new TorchLeNetObjective(Fake, variant, threadsPerTrial: 1).Start(Request(learningRate, 50));
        using var own = new LeNetObjective(Fake, variant, threadsPerTrial: 1).Start(Request(learningRate, 50));

        // one image of 200 may fall on the other side
        for (var epoch = 1; epoch <= 4; epoch++)
            Assert.Equal(own.RunEpoch(CancellationToken.None), torch.RunEpoch(CancellationToken.None), 0.0051);
    }

    [Fact]
    public void It_learns()
    {
        using var evaluation = _objective.Start(Request(0.2, 20));
        var errors = Enumerable.Range(0, 5).Select(_ => evaluation.RunEpoch(CancellationToken.None)).ToList();

        Assert.InRange(errors[^1], 0, 0.1);
        Assert.All(errors, error => Assert.Equal(Math.Round(error * 200), error * 200, 9));
    }

    [Theory]
    [InlineData(LeNetVariant.Modern)]
    [InlineData(LeNetVariant.Classic)]
    public void A_paused_trial_goes_on_from_its_checkpoint_as_if_nothing_had_happened(LeNetVariant variant)
    {
        var objective = new TorchLeNetObjective(Fake, variant, threadsPerTrial: 1);
        Paused.AssertGoesOn(objective, Request(0.2, 50));
    }

    [Fact]
    public void Trials_with_different_seeds_differ()
    {
        using var first = _objective.Start(Request(0.05, 50));
        using var second = _objective.Start(Request(0.05, 50) with { Seed = 43 });
        first.RunEpoch(CancellationToken.None);
        second.RunEpoch(CancellationToken.None);
        Assert.NotEqual(first.SaveCheckpoint(), second.SaveCheckpoint());
    }

    [Fact]
    public void A_configuration_that_cannot_be_trained_is_refused_before_the_first_epoch()
    {
        using var evaluation = _objective.Start(Request(0.1, 601));
        var error = Assert.Throws<InvalidInputException>(() => evaluation.RunEpoch(CancellationToken.None));
        Assert.Equal("batch_size", Assert.Single(error.Problems).Path);
    }

    [Fact]
    public void A_diverged_training_reports_no_number()
    {
        using var evaluation = _objective.Start(Request(1e6, 50));
        Assert.True(double.IsNaN(evaluation.RunEpoch(CancellationToken.None)));
    }

    [Fact]
    public void A_checkpoint_of_another_network_is_refused_in_words()
    {
        using var mlp = new TorchDropoutMlpObjective(Fake, threadsPerTrial: 1).Start(
            new(0, new TorchDropoutMlpObjective(Fake).DefaultConfiguration, Seed: 1, MaxEpochs: 2));
        mlp.RunEpoch(CancellationToken.None);
        using var evaluation = _objective.Start(Request(0.1, 50) with { Checkpoint = mlp.SaveCheckpoint() });
        var error = Assert.Throws<UnusableCheckpointException>(() => evaluation.RunEpoch(CancellationToken.None));
        Assert.StartsWith("The checkpoint belongs to another network", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_checkpoint_and_one_of_our_own_trainer_are_refused_in_words()
    {
        using var evaluation = _objective.Start(Request(0.1, 50));
        evaluation.RunEpoch(CancellationToken.None);
        var whole = evaluation.SaveCheckpoint();
        foreach (var length in new[] { 0, 6, whole.Length / 2, whole.Length - 1 })
        {
            using var resumed = _objective.Start(Request(0.1, 50) with { Checkpoint = whole[..length] });
            Assert.Throws<UnusableCheckpointException>(() => resumed.RunEpoch(CancellationToken.None));
        }

        using var own = new LeNetObjective(Fake).Start(Request(0.1, 50));
        own.RunEpoch(CancellationToken.None);
        using var other = _objective.Start(Request(0.1, 50) with { Checkpoint = own.SaveCheckpoint() });
        Assert.Equal("This is not a checkpoint of a training with TorchSharp.", Assert.Throws<UnusableCheckpointException>(() => other.RunEpoch(CancellationToken.None)).Message);
    }

    private static EvaluationRequest Request(double learningRate, int batchSize) =>
        new(0, new Configuration(("learning_rate", learningRate), ("batch_size", batchSize)), Seed: 42, MaxEpochs: 4);
}
