using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Searchers;

public class UnitCubeTests
{
    private static readonly ConfigSpace All = new([.. SoundDomains.All.Select((domain, i) => ($"x{i}", domain))]);

    [Fact]
    public void Its_axes_are_the_hyperparameters_with_a_choice_in_their_order()
    {
        var space = new ConfigSpace(
            ("optimizer", new Constant("sgd")), ("lr", new LogUniform(0.01, 1)), ("one", new RandInt(7, 8)), ("size", new Ordinal(1, 2)), ("act", new Choice("a")));
        Assert.Equal([space.Parameters[1].Domain, space.Parameters[3].Domain], new UnitCube(space).Axes.Select(axis => axis.Domain));
    }

    [Fact]
    public void A_configuration_comes_back_from_its_point()
    {
        var cube = new UnitCube(All);
        var random = new RandomStream(1);
        for (var i = 0; i < 50; i++)
        {
            var configuration = All.Sample(random);
            var point = cube.Encode(configuration);
            Assert.All(point, position => Assert.InRange(position, 0, 1));
            var back = cube.Decode(point);
            Assert.Empty(All.Check(back));
            foreach (var parameter in All.Parameters.Where(parameter => parameter.Domain.Cardinality is not null))
                Assert.Equal((parameter, configuration[parameter.Name]), (parameter, back[parameter.Name]));
            Assert.Equal(configuration["x0"].AsReal(), back["x0"].AsReal(), 1e-12);
        }
    }

    [Fact]
    public void Its_points_are_those_of_the_space_without_the_hyperparameters_that_have_no_choice()
    {
        var cube = new UnitCube(All);
        var configuration = All.Sample(new RandomStream(1));
        var positions = All.Encode(configuration).Where((_, i) => All.Parameters[i].Domain.Cardinality != 1);
        Assert.Equal(positions, cube.Encode(configuration));
    }

    [Fact]
    public void A_log_scale_is_not_ignored()
    {
        var cube = new UnitCube(new ConfigSpace(("lr", new LogUniform(1e-4, 1)), ("momentum", new ReverseLogUniform(0, 0.99)), ("units", new LogRandInt(1, 1001))));
        var middle = cube.Decode([0.5, 0.5, 0.5]);
        Assert.Equal(0.01, middle["lr"].AsReal(), 1e-12);
        Assert.Equal(0.9, middle["momentum"].AsReal(), 1e-12);
        Assert.Equal(22, middle["units"].AsInteger());
        var point = cube.Encode(new Configuration(("lr", 1e-3), ("momentum", 0.9), ("units", 22)));
        Assert.Equal(0.25, point[0], 1e-12);
        Assert.Equal(0.5, point[1], 1e-12);
        Assert.InRange(point[2], 0.49, 0.51);
    }

    [Fact]
    public void An_integer_range_is_not_shrunk_in_encoding()
    {
        var cube = new UnitCube(new ConfigSpace(("batch_size", new RandInt(32, 256))));
        Assert.Equal([0.5 / 224], cube.Encode(new Configuration(("batch_size", 32))));
        Assert.Equal([223.5 / 224], cube.Encode(new Configuration(("batch_size", 255))));
        // the first and the last integer have as much room as the others
        Assert.Equal((32, 32, 33), (At(0), At((1 - 1e-9) / 224), At((1 + 1e-9) / 224)));
        Assert.Equal((254, 255, 255), (At((223 - 1e-9) / 224), At((223 + 1e-9) / 224), At(1)));

        long At(double position) => cube.Decode([position])["batch_size"].AsInteger();
    }

    [Fact]
    public void Draws_from_the_space_are_uniform_on_every_axis()
    {
        var space = new ConfigSpace(("lr", new LogUniform(1e-4, 1)), ("momentum", new ReverseLogUniform(0, 0.99)), ("dropout", new Uniform(0, 0.95)));
        var cube = new UnitCube(space);
        var random = new RandomStream(9);
        var points = Enumerable.Range(0, 3000).Select(_ => cube.Encode(space.Sample(random))).ToList();
        for (var axis = 0; axis < 3; axis++)
            Assert.InRange(Statistics.UniformPValue(points.Select(point => point[axis])), Statistics.Doubtful, 1);
    }

    [Fact]
    public void Coordinates_beyond_the_ends_are_clamped()
    {
        var cube = new UnitCube(TestSpaces.Chapter);
        Assert.Equal(new Configuration(("learning_rate", 0.01), ("batch_size", 255)), cube.Decode([-0.2, 1.2]));
    }

    [Fact]
    public void A_space_with_nothing_to_choose_is_a_single_point()
    {
        var cube = new UnitCube(new ConfigSpace(("a", new Constant(3)), ("b", new Choice("x"))));
        Assert.Empty(cube.Axes);
        Assert.Equal(new Configuration(("a", 3), ("b", "x")), cube.Decode([]));
        Assert.Empty(cube.Encode(new Configuration(("a", 3), ("b", "x"))));
    }
}
