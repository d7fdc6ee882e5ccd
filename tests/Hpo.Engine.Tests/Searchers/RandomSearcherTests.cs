using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Searchers;

public class RandomSearcherTests : SearcherContractTests
{
    private static readonly Configuration First = new(("learning_rate", 0.1), ("batch_size", 128));

    [Fact]
    public void The_first_suggestion_is_the_initial_configuration_and_later_ones_are_drawn()
    {
        var searcher = new RandomSearcher(TestSpaces.Chapter, First);
        Assert.Equal(new Suggestion(First, "initial configuration 1 of 1"), searcher.SampleConfiguration(0));
        var second = searcher.SampleConfiguration(1)!;
        Assert.Equal("drawn at random", second.Reason);
        Assert.NotEqual(First, second.Configuration);
        Assert.Empty(TestSpaces.Chapter.Check(second.Configuration));
    }

    [Fact]
    public void Without_an_initial_configuration_all_are_drawn()
    {
        Assert.Equal("drawn at random", new RandomSearcher(TestSpaces.Chapter).SampleConfiguration(0)!.Reason);
    }

    [Fact]
    public void An_initial_configuration_takes_the_order_and_kinds_of_the_space()
    {
        var searcher = new RandomSearcher(TestSpaces.Chapter, new Configuration(("batch_size", 128.0), ("learning_rate", 1)));
        Assert.Equal(new Configuration(("learning_rate", 1.0), ("batch_size", 128)), searcher.SampleConfiguration(0)!.Configuration);
    }

    [Fact]
    public void A_suggestion_depends_on_seed_and_trial_number_only()
    {
        var forwards = Enumerable.Range(0, 50).Select(new RandomSearcher(TestSpaces.Chapter, seed: 7).SampleConfiguration).ToList();
        var backwards = Enumerable.Range(0, 50).Reverse().Select(new RandomSearcher(TestSpaces.Chapter, seed: 7).SampleConfiguration).Reverse();
        Assert.Equal(forwards, backwards);
        Assert.Equal(50, forwards.Distinct().Count());
        Assert.NotEqual(forwards, Enumerable.Range(0, 50).Select(new RandomSearcher(TestSpaces.Chapter, seed: 8).SampleConfiguration));
    }

    [Fact]
    public void What_is_drawn_after_the_initial_configurations_does_not_depend_on_them()
    {
        Assert.Equal(
            new RandomSearcher(TestSpaces.Chapter, seed: 3).SampleConfiguration(5),
            new RandomSearcher(TestSpaces.Chapter, First, seed: 3).SampleConfiguration(5));
    }

    [Fact]
    public void The_upper_end_of_an_integer_range_is_not_left_out()
    {
        var space = new ConfigSpace(("x", new RandInt(0, 8)), ("y", new Uniform(0, 1)));
        var searcher = new RandomSearcher(space, seed: 1);
        var counts = Enumerable.Range(0, 1000).Select(trial => searcher.SampleConfiguration(trial)!.Configuration["x"].AsInteger()).CountBy(x => x).ToDictionary();
        Assert.InRange(Statistics.ChiSquarePValue([.. Enumerable.Range(0, 8).Select(x => counts[x])], [.. Enumerable.Range(0, 8).Select(_ => 1 / 8.0)]), Statistics.Doubtful, 1);
    }

    [Fact]
    public void The_draws_of_successive_trials_follow_the_distribution_of_the_space()
    {
        var searcher = new RandomSearcher(TestSpaces.Chapter, seed: 1);
        var points = Enumerable.Range(0, 5000).Select(trial => TestSpaces.Chapter.Encode(searcher.SampleConfiguration(trial)!.Configuration)).ToList();
        Assert.InRange(Statistics.UniformPValue(points.Select(point => point[0])), Statistics.Doubtful, 1);
    }

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) => new RandomSearcher(space, initial, seed);
}
