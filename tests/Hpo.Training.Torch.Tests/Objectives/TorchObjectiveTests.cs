using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Training.Torch.Data;
using Hpo.Training.Torch.Layers;
using Hpo.Training.Torch.Objectives;
using static TorchSharp.torch;

namespace Hpo.Training.Torch.Tests.Objectives;

public sealed class TorchObjectiveTests
{
    public TorchObjectiveTests() => TorchLibrary.Load();

    [Fact]
    public void A_network_of_ones_own_learns()
    {
        using var evaluation = NormalizedNetwork.Create().Start(NormalizedNetwork.Request());
        var errors = Enumerable.Range(0, 4).Select(_ => evaluation.RunEpoch(CancellationToken.None)).ToList();
        Assert.InRange(errors[^1], 0, 0.1);
    }

    [Fact]
    public void Paused_and_resumed_it_is_bit_for_bit_what_it_is_uninterrupted() =>
        Paused.AssertGoesOn(NormalizedNetwork.Create(), NormalizedNetwork.Request());

    [Fact]
    public void A_trial_may_go_on_from_anothers_checkpoint_with_other_hyperparameters()
    {
        var objective = NormalizedNetwork.Create();
        using var parent = objective.Start(NormalizedNetwork.Request());
        parent.RunEpoch(CancellationToken.None);
        var checkpoint = parent.SaveCheckpoint();

        // a learning rate of which one epoch makes no difference that could be seen: the child really uses its own
        Assert.Equal(Weights(checkpoint, 1e-30), Weights(checkpoint, 1e-32));
        Assert.NotEqual(Weights(checkpoint, 1e-30), Weights(checkpoint, 0.01));

        byte[] Weights(byte[] from, double learningRate)
        {
            using var child = objective.Start(NormalizedNetwork.Request(("learning_rate", learningRate), ("weight_decay", 1e-6)) with { Checkpoint = from });
            child.RunEpoch(CancellationToken.None);
            return child.SaveCheckpoint();
        }
    }

    [Fact]
    public void Cancellation_is_obeyed_within_an_epoch()
    {
        using var cancellation = new CancellationTokenSource();
        var batches = 0;
        var objective = Small(trial => new Watched(() =>
        {
            if (++batches == 3)
                cancellation.Cancel();
        }));
        using var evaluation = objective.Start(Request(objective));

        Assert.Throws<OperationCanceledException>(() => evaluation.RunEpoch(cancellation.Token));
        Assert.Equal(3, batches);
        Assert.Equal(0, evaluation.Epoch);
    }

    [Fact]
    public void What_does_not_fit_into_memory_fails_the_trial_in_words_and_nothing_else()
    {
        var objective = Small(trial => nn.Sequential(nn.Flatten(), nn.Linear(4, 1L << 44), nn.Linear(1L << 44, 2)));
        using (var evaluation = objective.Start(Request(objective)))
        {
            var error = Assert.Throws<InsufficientMemoryException>(() => evaluation.RunEpoch(CancellationToken.None));
            Assert.Equal("There is not enough memory: libtorch asked for 281,475.0 GB at once.", error.Message);
        }

        var usual = Small(trial => nn.Sequential(nn.Flatten(), nn.Linear(4, 2)));
        using var next = usual.Start(Request(usual));
        Assert.InRange(next.RunEpoch(CancellationToken.None), 0, 1);
    }

    [Fact]
    public void What_goes_wrong_in_libtorch_is_said_in_one_sentence()
    {
        var objective = Small(trial => nn.Sequential(nn.Flatten(), nn.Linear(5, 2)));
        using var evaluation = objective.Start(Request(objective));
        var error = Assert.Throws<InvalidOperationException>(() => evaluation.RunEpoch(CancellationToken.None));
        Assert.StartsWith("libtorch: mat1 and mat2 shapes cannot be multiplied", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Layers_that_draw_from_the_generator_that_all_trials_share_are_refused_in_words()
    {
        Assert.Contains("(Dropout)", Refusal(nn.Sequential(nn.Flatten(), nn.Dropout(0.5), nn.Linear(4, 2))), StringComparison.Ordinal);
        Assert.Contains("take the trial’s own Dropout", Refusal(nn.Sequential(nn.Dropout2d(0.5))), StringComparison.Ordinal);
        Assert.Contains("(LSTM)", Refusal(nn.LSTM(4, 2)), StringComparison.Ordinal);

        static string Refusal(nn.Module module)
        {
            using (module)
            using (var generator = new Generator(0, CPU))
                return Assert.Throws<NotSupportedException>(() => InitialWeights.Draw(module, generator)).Message;
        }
    }

    [Fact]
    public void Regression_has_a_loss_and_an_error_of_its_own()
    {
        using var generator = new Generator(3, CPU);
        var x = rand([200, 3], generator: generator);
        var y = x.matmul(tensor(new float[] { 1, -2, 3 }).reshape(3, 1));
        var data = new TensorData((x.narrow(0, 0, 150).clone(), y.narrow(0, 0, 150).clone()), (x.narrow(0, 150, 50).clone(), y.narrow(0, 150, 50).clone()));
        var space = new ConfigSpace(("lr", new LogUniform(0.001, 1)));
        var objective = new TorchObjective("Line", space, new(("lr", 0.1)), 1, TorchDevice.Cpu)
        {
            Data = data,
            Network = _ => nn.Linear(3, 1),
            Optimizer = (parameters, set) => optim.SGD(parameters, set["lr"].AsReal(), momentum: 0.9),
            BatchSize = _ => 10,
            Loss = (given, wanted) => nn.functional.mse_loss(given, wanted),
            Mistakes = (given, wanted) => (given - wanted).abs().sum(),
        };
        Paused.AssertGoesOn(objective, Request(objective));
        using var evaluation = objective.Start(Request(objective));
        var errors = Enumerable.Range(0, 20).Select(_ => evaluation.RunEpoch(CancellationToken.None)).ToList();
        Assert.InRange(errors[^1], 0, 0.01);
        Assert.True(errors[^1] < errors[0]);
    }

    [Fact]
    public void A_space_has_the_hyperparameters_that_the_network_asks_for()
    {
        var objective = NormalizedNetwork.Create();
        Assert.Empty(objective.CheckSpace(objective.DefaultSpace));
        var problems = objective.CheckSpace(new ConfigSpace(
            ("learning_rate", new LogUniform(1e-4, 0.1)), ("weight_decay", new LogUniform(1e-6, 0.01)), ("chanels", new RandInt(2, 8)), ("batch_size", new RandInt(16, 65))));
        Assert.Equal(
            [": Normalised network needs a hyperparameter channels: add it to the space.", "chanels.name: Normalised network has no hyperparameter chanels: remove it."],
            problems.Select(problem => $"{problem.Path}: {problem.Message}"));
    }

    [Fact]
    public void A_batch_larger_than_the_data_is_refused_in_words()
    {
        using var evaluation = NormalizedNetwork.Create().Start(NormalizedNetwork.Request(("batch_size", 321)));
        var error = Assert.Throws<InvalidInputException>(() => evaluation.RunEpoch(CancellationToken.None));
        Assert.Equal("A batch has between 1 and 320 examples, as many as there are to train on: 321 is not possible.", Assert.Single(error.Problems).Message);
    }

    [Fact]
    public void A_first_configuration_outside_of_the_space_is_a_mistake_of_the_program() =>
        Assert.Throws<ArgumentException>(() => new TorchObjective("x", NormalizedNetwork.Space, new Configuration(("learning_rate", 1)))
        {
            Data = null!,
            Network = null!,
            Optimizer = null!,
        });

    /// <summary>An objective over forty points of four numbers.</summary>
    private static TorchObjective Small(Func<TorchTrial, nn.Module<Tensor, Tensor>> network)
    {
        using var generator = new Generator(1, CPU);
        var inputs = rand([40, 4], generator: generator);
        var classes = inputs.sum(1).gt(2).to(int64);
        return new("Small", new ConfigSpace(("lr", new LogUniform(0.001, 1))), new(("lr", 0.1)), 1, TorchDevice.Cpu)
        {
            Data = new TensorData((inputs, classes), (inputs.clone(), classes.clone())),
            Network = network,
            Optimizer = (parameters, set) => optim.SGD(parameters, set["lr"].AsReal()),
            BatchSize = _ => 5,
        };
    }

    private static EvaluationRequest Request(Objective objective) => new(0, objective.DefaultConfiguration, Seed: 1, MaxEpochs: 20);

    /// <summary>A layer that says when it is called.</summary>
    private sealed class Watched : nn.Module<Tensor, Tensor>
    {
        private readonly Action _called;
        private readonly nn.Module<Tensor, Tensor> _layer = nn.Linear(4, 2);

        public Watched(Action called)
            : base(nameof(Watched))
        {
            _called = called;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            _called();
            return _layer.call(input);
        }
    }
}
