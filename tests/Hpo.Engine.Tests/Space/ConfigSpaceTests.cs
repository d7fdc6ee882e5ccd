using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Tests.Space;

public class ConfigSpaceTests
{
    private static readonly ConfigSpace Space = TestSpaces.Chapter;

    [Fact]
    public void A_draw_belongs_to_it_and_has_its_order()
    {
        var random = new RandomStream(3);
        for (var i = 0; i < 100; i++)
        {
            var configuration = Space.Sample(random);
            Assert.Empty(Space.Check(configuration));
            Assert.Equal(["learning_rate", "batch_size"], configuration.Keys);
        }
    }

    [Fact]
    public void Hyperparameters_are_drawn_independently()
    {
        var random = new RandomStream(5);
        var space = new ConfigSpace(("a", new RandInt(0, 4)), ("b", new RandInt(0, 4)));
        var counts = Enumerable.Range(0, 8000).Select(_ => space.Sample(random)).CountBy(drawn => drawn.ToString()).Select(pair => pair.Value).ToList();
        Assert.Equal(16, counts.Count);
        Assert.InRange(Statistics.ChiSquarePValue(counts, [.. counts.Select(_ => 1.0 / 16)]), Statistics.Doubtful, 1);
    }

    [Fact]
    public void Every_way_not_to_belong_to_it_is_explained_at_its_hyperparameter()
    {
        Assert.Equal(
            [
                new Problem("learning_rate", "2 lies outside the range from 0.01 to 1."),
                new Problem("batch_size", "The configuration has no value for batch_size."),
                new Problem("momentum", "The space has no hyperparameter momentum."),
            ],
            Space.Check(new Configuration(("momentum", 0.9), ("learning_rate", 2))));
        Assert.Empty(Space.Check(new Configuration(("batch_size", 128.0), ("learning_rate", 1))));
    }

    [Fact]
    public void Requiring_a_configuration_puts_it_into_the_order_and_kinds_of_the_space()
    {
        var member = Space.Require(new Configuration(("batch_size", 128.0), ("learning_rate", 1)));
        Assert.Equal(new Configuration(("learning_rate", 1.0), ("batch_size", 128)), member);
        var refusal = Assert.Throws<InvalidInputException>(() => Space.Require(new Configuration(("learning_rate", 0))));
        Assert.Equal(["learning_rate", "batch_size"], refusal.Problems.Select(problem => problem.Path));
        Assert.Contains("learning_rate: 0 lies outside the range from 0.01 to 1.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_is_a_point_of_the_unit_cube()
    {
        var point = Space.Encode(new Configuration(("batch_size", 32), ("learning_rate", 0.1)));
        Assert.Equal([0.5, 0.5 / 224], point.Select(x => Math.Round(x, 12)).Zip([0.5, 0.5 / 224], (a, b) => Math.Abs(a - b) < 1e-9 ? b : a));
        Assert.Equal(new Configuration(("learning_rate", 0.01), ("batch_size", 255)), Space.Decode([0, 1]));
        Assert.Equal("The point has 1 coordinates, the space 2 hyperparameters. (Parameter 'point')", Assert.Throws<ArgumentException>(() => Space.Decode([0.5])).Message);
    }

    [Fact]
    public void It_has_a_number_of_configurations_unless_it_is_continuous_or_beyond_counting()
    {
        Assert.Null(Space.Cardinality);
        Assert.Equal(224 * 3, new ConfigSpace(("b", new RandInt(32, 256)), ("c", new Choice(1, 2, 3)), ("d", new Constant(1))).Cardinality);
        Assert.Null(new ConfigSpace(("a", new RandInt(0, 1L << 40)), ("b", new RandInt(0, 1L << 40))).Cardinality);
    }

    [Fact]
    public void Two_spaces_are_equal_when_their_hyperparameters_are_in_the_same_order()
    {
        ConfigSpace same = new(("learning_rate", new LogUniform(0.01, 1)), ("batch_size", new RandInt(32, 256)));
        Assert.Equal(Space, same);
        Assert.Equal(Space.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Space, new ConfigSpace(Space.Parameters.Reverse()));
    }

    [Fact]
    public void An_empty_space_is_refused()
    {
        var refusal = Assert.Throws<InvalidInputException>(() => new ConfigSpace(Array.Empty<Parameter>()));
        Assert.Equal(new Problem("", "The space is empty: add at least one hyperparameter."), Assert.Single(refusal.Problems));
    }

    [Fact]
    public void A_hundred_hyperparameters_are_enough()
    {
        static ConfigSpace OfSize(int count) => new(Enumerable.Range(0, count).Select(i => new Parameter($"x{i}", new Uniform(0, 1))));
        Assert.Equal(100, OfSize(100).Parameters.Length);
        var refusal = Assert.Throws<InvalidInputException>(() => OfSize(101));
        Assert.Equal("101 hyperparameters are too many: at most 100 are allowed.", refusal.Message);
    }

    [Fact]
    public void Problems_of_a_domain_are_told_at_the_hyperparameter()
    {
        var problems = ConfigSpace.FindProblems([new("lr", new LogUniform(0, 1)), new("n", new RandInt(5, 5)), new("a", new Choice())]);
        Assert.Equal(["lr.lower", "n.upper", "a.values"], problems.Select(problem => problem.Path));
        Assert.Equal("Lower bound 0 is not allowed on a log scale: use a value above 0.", problems[0].Message);
    }

    [Fact]
    public void A_name_used_twice_is_refused()
    {
        var problems = ConfigSpace.FindProblems([new("lr", new Uniform(0, 1)), new("lr", new Uniform(0, 2))]);
        Assert.Equal(new Problem("lr.name", "The name lr is used twice."), Assert.Single(problems));
    }

    [Theory]
    [InlineData("", "Give the hyperparameter a name.")]
    [InlineData(" lr", "The name starts or ends with a space.")]
    [InlineData("lr\t", "The name starts or ends with a space.")]
    [InlineData("l\u0000r", "The name contains a control character.")]
    [InlineData("layer.width", "The name contains a dot: use an underscore.")]
    [InlineData("lr", null)]
    [InlineData("learning rate", null)]
    [InlineData("η", null)]
    public void Bad_names_are_explained(string name, string? message)
    {
        Assert.Equal(message, ConfigSpace.NameProblem(name));
    }

    [Fact]
    public void Texts_that_are_too_long_or_no_texts_are_refused()
    {
        Assert.Equal("The name has 101 characters: at most 100 are allowed.", ConfigSpace.NameProblem(new string('x', 101)));
        Assert.Null(ConfigSpace.NameProblem("𝜂"));
        Assert.Equal("The name contains half a character (a UTF-16 surrogate without its partner).", ConfigSpace.NameProblem("x\ud800"));
        var problems = ConfigSpace.FindProblems([new("a", new Choice(new string('x', 201), "y\udc00z", "𝜂"))]);
        Assert.Equal(
            ["A value has 201 characters: at most 200 are allowed.", "A value contains half a character (a UTF-16 surrogate without its partner)."],
            problems.Select(problem => problem.Message));
    }

    [Fact]
    public void The_configurations_of_a_finite_space_are_numbered_with_the_last_hyperparameter_counting_fastest()
    {
        var space = new ConfigSpace(
            ("a", new Ordinal("s", "m", "l")), ("b", new RandInt(4, 9, 2)), ("constant", new Constant(1)), ("c", new Choice(true, false)), ("d", new LogRandInt(3, 5)));
        Assert.Equal(36, space.Cardinality);
        var all = Enumerable.Range(0, 36).Select(i => space.ConfigurationAt(i)).ToList();
        Assert.Equal("a=s, b=4, constant=1, c=true, d=3", all[0].ToString());
        Assert.Equal("a=s, b=4, constant=1, c=true, d=4", all[1].ToString());
        Assert.Equal("a=s, b=4, constant=1, c=false, d=3", all[2].ToString());
        Assert.Equal("a=s, b=6, constant=1, c=true, d=3", all[4].ToString());
        Assert.Equal("a=l, b=8, constant=1, c=false, d=4", all[35].ToString());
        Assert.Equal(36, all.Distinct().Count());
        Assert.All(all, configuration => Assert.Equal(configuration, space.Require(configuration)));
    }

    [Fact]
    public void A_number_that_no_configuration_has_is_refused()
    {
        var space = new ConfigSpace(("a", new RandInt(0, 10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => space.ConfigurationAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => space.ConfigurationAt(10));
        Assert.Throws<InvalidOperationException>(() => Space.ConfigurationAt(0));
    }

    [Fact]
    public void A_space_beyond_counting_has_no_cardinality()
    {
        var wide = new RandInt(0, 1L << 50);
        Assert.Equal(1L << 50, new ConfigSpace(("a", wide)).Cardinality);
        Assert.Null(new ConfigSpace(("a", wide), ("b", wide), ("c", wide), ("d", wide)).Cardinality);
        Assert.Null(Space.Cardinality);
    }
}
