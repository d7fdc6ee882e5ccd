using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Training.Data;
using Hpo.Training.Objectives;
using Hpo.Training.Tests.Data;

namespace Hpo.Training.Tests.Objectives;

public class DropoutMlpObjectiveTests
{
    private static readonly FashionMnist Fake = FakeFashionMnist.InMemory();
    private readonly DropoutMlpObjective _objective = new(Fake, threadsPerTrial: 1);

    [Fact]
    public void Its_defaults_are_those_of_the_exercise()
    {
        Assert.Equal(
            new ConfigSpace(
                ("num_hiddens_1", new RandInt(8, 1025)),
                ("num_hiddens_2", new RandInt(8, 1025)),
                ("dropout_1", new Uniform(0, 0.95)),
                ("dropout_2", new Uniform(0, 0.95)),
                ("lr", new LogUniform(0.01, 1)),
                ("batch_size", new RandInt(16, 385))),
            _objective.DefaultSpace);
        Assert.Equal(Configuration(), _objective.DefaultConfiguration);
        Assert.Equal(50, _objective.DefaultMaxEpochs);
        Assert.True(_objective.HasCheckpoints);
        Assert.Empty(_objective.DefaultSpace.Check(_objective.DefaultConfiguration));
        Assert.Empty(_objective.CheckSpace(_objective.DefaultSpace));
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0, 0.3)]
    public void It_learns_in_spite_of_dropout(double dropout1, double dropout2)
    {
        using var evaluation = _objective.Start(Request(("dropout_1", dropout1), ("dropout_2", dropout2), ("batch_size", 16)));
        var errors = Enumerable.Range(0, 4).Select(_ => evaluation.RunEpoch(CancellationToken.None)).ToArray();
        Assert.InRange(errors[^1], 0, 0.1);
        Assert.All(errors, error => Assert.Equal(Math.Round(error * 200), error * 200, 9));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(33)]
    [InlineData(300)]
    public void Errors_and_weights_do_not_depend_on_the_number_of_threads(int batchSize)
    {
        var one = Train(threads: 1);
        Assert.Equal(one, Train(threads: 2));
        Assert.Equal(one, Train(threads: 3));

        byte[] Train(int threads)
        {
            using var evaluation = new DropoutMlpObjective(Fake, threads).Start(Request(("batch_size", batchSize)));
            var errors = new[] { evaluation.RunEpoch(CancellationToken.None), evaluation.RunEpoch(CancellationToken.None) };
            return [.. evaluation.SaveCheckpoint(), .. errors.SelectMany(BitConverter.GetBytes)];
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(64)]
    public void A_paused_trial_goes_on_from_its_checkpoint_as_if_nothing_had_happened(int batchSize)
    {
        var request = Request(("batch_size", batchSize));
        using var whole = _objective.Start(request);
        var expected = Enumerable.Range(0, 4).Select(_ => whole.RunEpoch(CancellationToken.None)).ToArray();

        using var first = _objective.Start(request);
        var errors = new List<double> { first.RunEpoch(CancellationToken.None), first.RunEpoch(CancellationToken.None) };
        using var second = new DropoutMlpObjective(Fake, threadsPerTrial: 2).Start(request with { Checkpoint = first.SaveCheckpoint() });
        Assert.Equal(2, second.Epoch);
        errors.Add(second.RunEpoch(CancellationToken.None));
        errors.Add(second.RunEpoch(CancellationToken.None));
        Assert.Equal(expected, errors);
        Assert.Equal(whole.SaveCheckpoint(), second.SaveCheckpoint());
    }

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
    public void The_smallest_and_the_largest_configuration_of_the_space_can_be_trained()
    {
        foreach (var (hiddens, dropout, batch) in new[] { (8, 0.0, 16), (1024, 0.95, 384), (1, 0.999, 1) })
        {
            using var evaluation = _objective.Start(Request(
                ("num_hiddens_1", hiddens), ("num_hiddens_2", hiddens), ("dropout_1", dropout), ("dropout_2", dropout), ("lr", 0.01), ("batch_size", batch)));
            Assert.InRange(evaluation.RunEpoch(CancellationToken.None), 0, 1);
        }
    }

    public static TheoryData<string, string, Domain, string> BadDomains => new()
    {
        { "num_hiddens_1", "num_hiddens_1.lower", new RandInt(0, 100), "at least 1 unit" },
        { "num_hiddens_2", "num_hiddens_2", new Uniform(8, 100), "whole number of units" },
        { "num_hiddens_2", "num_hiddens_2.upper", new RandInt(8, 1_000_001), "1000000 units is too large: at most 4096" },
        { "num_hiddens_1", "num_hiddens_1.values", new Choice(8, -1), "at least 1 unit" },
        { "num_hiddens_1", "num_hiddens_1", new Choice(8, 8.5), "whole number of units" },
        { "dropout_1", "dropout_1.upper", new Uniform(0, 1), "below 1" },
        { "dropout_2", "dropout_2.lower", new Uniform(-0.1, 0.5), "at least 0" },
        { "dropout_2", "dropout_2.values", new Choice("none", "half"), "none is not a number" },
        { "lr", "lr.lower", new Uniform(0, 1), "above 0" },
        { "batch_size", "batch_size", new Uniform(32, 64), "whole number" },
        { "batch_size", "batch_size.lower", new RandInt(0, 64), "at least 1 image" },
        { "batch_size", "batch_size.upper", new RandInt(16, 602), "601 images is larger than the data set: it has 600" },
        { "learning_rate", "learning_rate.name", new Uniform(0.1, 1), "only num_hiddens_1, num_hiddens_2, dropout_1, dropout_2, lr and batch_size" },
    };

    [Theory]
    [MemberData(nameof(BadDomains))]
    public void A_domain_that_cannot_be_trained_with_is_a_problem_at_its_field(string name, string path, Domain domain, string words)
    {
        var others = _objective.DefaultSpace.Parameters.Where(parameter => parameter.Name != name);
        var problem = Assert.Single(_objective.CheckSpace(new ConfigSpace(others.Append(new Parameter(name, domain)))));
        Assert.Equal(path, problem.Path);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_hyperparameter_is_named()
    {
        var space = new ConfigSpace(_objective.DefaultSpace.Parameters.Where(parameter => parameter.Name != "dropout_2"));
        Assert.Equal("The dropout MLP needs a hyperparameter dropout_2: add it to the space.", Assert.Single(_objective.CheckSpace(space)).Message);
    }

    [Theory]
    [InlineData("dropout_1", 1.0)]
    [InlineData("num_hiddens_2", 0.0)]
    [InlineData("batch_size", 601.0)]
    public void A_configuration_that_cannot_be_trained_is_refused_before_the_first_epoch(string name, double value)
    {
        using var evaluation = _objective.Start(Request((name, value)));
        var error = Assert.Throws<InvalidInputException>(() => evaluation.RunEpoch(CancellationToken.None));
        Assert.Equal(name, Assert.Single(error.Problems).Path);
    }

    [Fact]
    public void A_diverged_training_reports_no_number()
    {
        using var evaluation = _objective.Start(Request(("lr", 1e6)));
        Assert.True(double.IsNaN(evaluation.RunEpoch(CancellationToken.None)));
    }

    [Fact]
    public void Cancellation_is_obeyed()
    {
        using var cancellation = new CancellationTokenSource();
        using var evaluation = _objective.Start(Request());
        evaluation.RunEpoch(cancellation.Token);
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => evaluation.RunEpoch(cancellation.Token));
        Assert.Equal(1, evaluation.Epoch);
    }

    [Fact]
    public async Task On_a_quarter_of_the_real_images_one_epoch_gives_the_error_that_is_known()
    {
        var real = await RealFashionMnist.LoadAsync();
        var objective = new DropoutMlpObjective(real with { Training = real.Training.Take(15_000) }, threadsPerTrial: 2);
        using var evaluation = objective.Start(Request(("num_hiddens_1", 256), ("num_hiddens_2", 256), ("batch_size", 32)));
        Assert.InRange(evaluation.RunEpoch(CancellationToken.None), 0.1, 0.3);
    }

    private static EvaluationRequest Request(params (string Name, ParameterValue Value)[] changes)
    {
        var values = Configuration(("num_hiddens_1", 32), ("num_hiddens_2", 32), ("batch_size", 64)).ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var (name, value) in changes)
            values[name] = value;
        return new(0, new Configuration(values), Seed: 42, MaxEpochs: 4);
    }

    private static Configuration Configuration(params (string Name, ParameterValue Value)[] changes)
    {
        var values = new Dictionary<string, ParameterValue>
        {
            ["num_hiddens_1"] = 256,
            ["num_hiddens_2"] = 256,
            ["dropout_1"] = 0.5,
            ["dropout_2"] = 0.5,
            ["lr"] = 0.1,
            ["batch_size"] = 256,
        };
        foreach (var (name, value) in changes)
            values[name] = value;
        return new Configuration(values);
    }
}
