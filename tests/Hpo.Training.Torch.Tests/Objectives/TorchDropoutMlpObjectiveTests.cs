using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Training.Data;
using Hpo.Training.Tests.Data;
using Hpo.Training.Torch.Objectives;

namespace Hpo.Training.Torch.Tests.Objectives;

public sealed class TorchDropoutMlpObjectiveTests
{
    private static readonly FashionMnist Fake = FakeFashionMnist.InMemory();
    private readonly TorchDropoutMlpObjective _objective = new(Fake, threadsPerTrial: 1);

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0, 0.3)]
    public void It_learns_in_spite_of_dropout(double dropout1, double dropout2)
    {
        using var evaluation = _objective.Start(Request(("dropout_1", dropout1), ("dropout_2", dropout2), ("batch_size", 16)));
        var errors = Enumerable.Range(0, 4).Select(_ => evaluation.RunEpoch(CancellationToken.None)).ToArray();
        Assert.InRange(errors[^1], 0, 0.1);
    }

    [Fact]
    public void A_paused_trial_goes_on_from_its_checkpoint_as_if_nothing_had_happened() => Paused.AssertGoesOn(_objective, Request());

    [Fact]
    public void Every_hyperparameter_has_its_influence()
    {
        var usual = Weights(Request());
        Assert.Equal(usual, Weights(Request()));
        Assert.NotEqual(usual, Weights(Request() with { Seed = 43 }));
        foreach (var (name, value) in new (string, ParameterValue)[]
            { ("num_hiddens_1", 33), ("num_hiddens_2", 33), ("dropout_1", 0.4), ("dropout_2", 0.4), ("lr", 0.11), ("batch_size", 65) })
        {
            Assert.NotEqual(usual, Weights(Request((name, value))));
        }

        byte[] Weights(EvaluationRequest request)
        {
            using var evaluation = _objective.Start(request);
            evaluation.RunEpoch(CancellationToken.None);
            return evaluation.SaveCheckpoint();
        }
    }

    [Fact]
    public void The_largest_configuration_can_be_trained()
    {
        using var evaluation = _objective.Start(Request(("num_hiddens_1", 1024), ("num_hiddens_2", 1024), ("dropout_1", 0.95), ("dropout_2", 0.999), ("batch_size", 600)));
        Assert.InRange(evaluation.RunEpoch(CancellationToken.None), 0, 1);
    }

    private static EvaluationRequest Request(params (string Name, ParameterValue Value)[] changes)
    {
        var values = new Dictionary<string, ParameterValue>
        {
            ["num_hiddens_1"] = 32,
            ["num_hiddens_2"] = 32,
            ["dropout_1"] = 0.5,
            ["dropout_2"] = 0.5,
            ["lr"] = 0.1,
            ["batch_size"] = 64,
        };
        foreach (var (name, value) in changes)
            values[name] = value;
        return new(0, new Configuration(values), Seed: 42, MaxEpochs: 4);
    }
}
