using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;
using Hpo.Training.Data;
using Hpo.Training.Models;
using Hpo.Training.Objectives;
using Hpo.Training.Tests.Data;

namespace Hpo.Training.Tests.Objectives;

public class LeNetObjectiveTests
{
    private static readonly FashionMnist Fake = FakeFashionMnist.InMemory();
    private readonly LeNetObjective _objective = new(Fake);

    [Fact]
    public void Its_defaults_are_those_of_the_chapter()
    {
        Assert.Equal(new ConfigSpace(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256))), _objective.DefaultSpace);
        Assert.Equal(new Configuration(("learning_rate", 0.1), ("batch_size", 128)), _objective.DefaultConfiguration);
        Assert.Equal(10, _objective.DefaultMaxEpochs);
        Assert.Empty(_objective.DefaultSpace.Check(_objective.DefaultConfiguration));
        Assert.Empty(_objective.CheckSpace(_objective.DefaultSpace));
    }

    [Theory]
    [InlineData(LeNetVariant.Modern)]
    [InlineData(LeNetVariant.Classic)]
    public void A_paused_trial_goes_on_from_its_checkpoint_as_if_nothing_had_happened(LeNetVariant variant)
    {
        var objective = new LeNetObjective(Fake, variant, threadsPerTrial: 2);
        var request = Request(0.2, 50);
        using var whole = objective.Start(request);
        var expected = Enumerable.Range(0, 4).Select(_ => whole.RunEpoch(CancellationToken.None)).ToArray();

        using var first = objective.Start(request);
        var errors = new List<double> { first.RunEpoch(CancellationToken.None), first.RunEpoch(CancellationToken.None) };
        using var second = objective.Start(request with { Checkpoint = first.SaveCheckpoint() });
        Assert.Equal(2, second.Epoch);
        errors.Add(second.RunEpoch(CancellationToken.None));
        errors.Add(second.RunEpoch(CancellationToken.None));
        Assert.Equal(expected, errors);
        Assert.Equal(4, second.Epoch);
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
    public void A_batch_larger_than_the_data_set_is_a_problem_of_the_space_and_of_the_configuration()
    {
        var space = new ConfigSpace(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 602)));
        var problem = Assert.Single(_objective.CheckSpace(space));
        Assert.Equal("batch_size.upper", problem.Path);
        Assert.Contains("601 images is larger than the data set: it has 600", problem.Message, StringComparison.Ordinal);

        using var evaluation = _objective.Start(Request(0.1, 601));
        var error = Assert.Throws<InvalidInputException>(() => evaluation.RunEpoch(CancellationToken.None));
        Assert.Equal("batch_size", Assert.Single(error.Problems).Path);
    }

    [Fact]
    public void A_batch_as_large_as_the_data_set_is_allowed()
    {
        using var evaluation = _objective.Start(Request(0.1, 600));
        Assert.InRange(evaluation.RunEpoch(CancellationToken.None), 0, 1);
    }

    public static TheoryData<string, string, Domain> BadDomains => new()
    {
        { "learning_rate", "learning_rate.lower", new Uniform(0, 1) },
        { "learning_rate", "learning_rate.values", new Choice("fast", "slow") },
        { "batch_size", "batch_size", new Uniform(32, 64) },
        { "batch_size", "batch_size.lower", new RandInt(0, 64) },
        { "batch_size", "batch_size.values", new Choice(32, 6400) },
        { "momentum", "momentum.name", new Uniform(0, 1) },
    };

    [Theory]
    [MemberData(nameof(BadDomains))]
    public void A_domain_that_cannot_be_trained_with_is_a_problem_at_its_field(string name, string path, Domain domain)
    {
        var others = _objective.DefaultSpace.Parameters.Where(parameter => parameter.Name != name);
        var problem = Assert.Single(_objective.CheckSpace(new ConfigSpace(others.Append(new Parameter(name, domain)))));
        Assert.Equal(path, problem.Path);
    }

    [Fact]
    public void A_missing_hyperparameter_is_named()
    {
        var problem = Assert.Single(_objective.CheckSpace(new ConfigSpace(("learning_rate", new LogUniform(0.01, 1)))));
        Assert.Contains("batch_size", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LeNetVariant.Modern, 0.1, 0.3)]
    [InlineData(LeNetVariant.Classic, 0.9, 0.95)]
    public async Task On_a_quarter_of_the_real_images_one_epoch_gives_the_error_that_is_known(LeNetVariant variant, double learningRate, double largest)
    {
        var real = await RealFashionMnist.LoadAsync();
        var objective = new LeNetObjective(real with { Training = real.Training.Take(15_000) }, variant, threadsPerTrial: 2);
        using var evaluation = objective.Start(Request(learningRate, 32));
        Assert.InRange(evaluation.RunEpoch(CancellationToken.None), 0.05, largest);
    }

    private static EvaluationRequest Request(double learningRate, int batchSize) =>
        new(0, new Configuration(("learning_rate", learningRate), ("batch_size", batchSize)), Seed: 42, MaxEpochs: 4);
}
