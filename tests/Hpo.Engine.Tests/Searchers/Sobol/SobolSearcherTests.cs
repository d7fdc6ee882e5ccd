using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers.Sobol;

public class SobolSearcherTests : SearcherContractTests
{
    [Fact]
    public void The_points_after_the_initial_configurations_are_numbered_from_one()
    {
        var run = new SearcherRun(new SobolSearcher(TestSpaces.Line, [TestSpaces.At(0.5)]), TestSpaces.Line).Complete(3);
        Assert.Equal(["initial configuration 1 of 1", "quasi-random point 1", "quasi-random point 2"], run.Suggestions.Select(suggestion => suggestion.Reason));
    }

    [Fact]
    public void A_log_scale_is_not_ignored()
    {
        var points = new SearcherRun(new SobolSearcher(TestSpaces.Chapter, seed: 1), TestSpaces.Chapter).Complete(64).Configurations.Select(TestSpaces.Chapter.Encode);
        Assert.Equal(Enumerable.Range(0, 64), points.Select(point => (int)(point[0] * 64)).Order());
    }

    [Fact]
    public void The_ends_of_an_integer_range_are_not_left_out()
    {
        var space = new ConfigSpace(("x", new RandInt(32, 40)), ("y", new Uniform(0, 1)));
        var run = new SearcherRun(new SobolSearcher(space, seed: 1), space).Complete(64);
        Assert.Equal(
            Enumerable.Range(32, 8).Select(x => ((long)x, 8)),
            run.Configurations.GroupBy(configuration => configuration["x"].AsInteger()).OrderBy(group => group.Key).Select(group => (group.Key, group.Count())));
    }

    [Fact]
    public void A_suggestion_depends_on_seed_and_trial_number_only()
    {
        var forwards = Enumerable.Range(0, 50).Select(new SobolSearcher(TestSpaces.Chapter, seed: 7).SampleConfiguration).ToList();
        Assert.Equal(forwards, Enumerable.Range(0, 50).Reverse().Select(new SobolSearcher(TestSpaces.Chapter, seed: 7).SampleConfiguration).Reverse());
    }

    [Fact]
    public void A_space_with_nothing_to_choose_has_one_configuration()
    {
        var space = new ConfigSpace(("x", new Constant(3)));
        Assert.Single(new SearcherRun(new SobolSearcher(space), space).Complete(5).Suggestions);
    }

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) => new SobolSearcher(space, initial, seed);
}
