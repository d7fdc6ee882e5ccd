using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Grid;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers.Grid;

public class GridSearcherTests : SearcherContractTests
{
    private static readonly ConfigSpace Small = new(("layers", new RandInt(1, 4)), ("activation", new Choice("relu", "tanh")));

    protected override object Options => new GridOptions { Resolution = 3, Shuffled = false };

    [Fact]
    public void In_order_the_last_hyperparameter_varies_fastest()
    {
        var run = new SearcherRun(new GridSearcher(Small, options: new() { Shuffled = false }), Small).Complete(10);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => Small.ConfigurationAt(i)), run.Configurations);
        Assert.Equal(
            ["grid point 1 of 6", "grid point 2 of 6", "grid point 3 of 6", "grid point 4 of 6", "grid point 5 of 6", "grid point 6 of 6"],
            run.Suggestions.Select(suggestion => suggestion.Reason));
    }

    [Fact]
    public void Shuffled_the_same_points_come_in_an_order_that_the_seed_determines()
    {
        var space = TestSpaces.Chapter;
        var inOrder = All(seed: 0, shuffled: false);
        Assert.Equal(25, inOrder.Count);
        Assert.Equal(All(seed: 1, shuffled: true), All(seed: 1, shuffled: true));
        Assert.NotEqual(All(seed: 1, shuffled: true), All(seed: 2, shuffled: true));
        Assert.NotEqual(All(seed: 1, shuffled: true), inOrder);
        Assert.Equal(All(seed: 1, shuffled: true).ToHashSet(), [.. inOrder]);

        List<Configuration> All(long seed, bool shuffled) =>
            [.. new SearcherRun(new GridSearcher(space, seed: seed, options: new() { Shuffled = shuffled }), space).Complete(100).Configurations];
    }

    [Fact]
    public void The_upper_end_of_an_integer_range_is_not_left_out()
    {
        Assert.Equal([0, 2, 5, 7, 9], Values(new RandInt(0, 10)));
        Assert.Equal([32, 88, 144, 200, 255], Values(new RandInt(32, 256)));
        Assert.Equal([0, 4, 8], Values(new RandInt(0, 10, 4)));
    }

    [Fact]
    public void A_log_scale_is_not_ignored()
    {
        Assert.Equal([0.01, 0.0316227766, 0.1, 0.316227766, 1], Values(new LogUniform(0.01, 1)).Select(value => Math.Round(value.AsReal(), 10)));
        Assert.Equal([0, 0.9, 0.99, 0.999], GridSearcher.ValuesOf(new ReverseLogUniform(0, 0.999), 4).Select(value => Math.Round(value.AsReal(), 10)));
        Assert.Equal([1, 3, 22, 150, 1000], Values(new LogRandInt(1, 1001)));
    }

    [Fact]
    public void Values_that_fall_together_are_taken_once()
    {
        Assert.Equal([1, 2, 3, 6], Values(new LogRandInt(1, 7)));
    }

    [Fact]
    public void A_category_takes_all_its_values_and_an_ordinal_is_thinned()
    {
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g"], Values(new Choice("a", "b", "c", "d", "e", "f", "g")));
        Assert.Equal([10, 20, 40, 60, 70], Values(new Ordinal(10, 20, 30, 40, 50, 60, 70)));
        Assert.Equal([8], Values(new Constant(8)));
    }

    [Fact]
    public void A_resolution_of_one_takes_the_middle()
    {
        Assert.Equal([0.1], GridSearcher.ValuesOf(new LogUniform(0.01, 1), 1).Select(value => Math.Round(value.AsReal(), 12)));
    }

    [Fact]
    public void An_initial_configuration_on_the_grid_is_not_tried_again()
    {
        var space = TestSpaces.Line;
        var run = new SearcherRun(new GridSearcher(space, [TestSpaces.At(0.25), TestSpaces.At(0.3)], options: new() { Shuffled = false }), space).Complete(10);
        Assert.Equal([0.25, 0.3, 0, 0.5, 0.75, 1], run.Configurations.Select(configuration => configuration.X()));
    }

    [Fact]
    public void A_thinned_grid_is_exhausted_though_the_space_is_not()
    {
        var space = new ConfigSpace(("x", new RandInt(0, 1000)));
        Configuration[] initial = [.. Enumerable.Range(0, 4).Select(i => new Configuration(("x", 250 * i)))];
        var run = new SearcherRun(new GridSearcher(space, initial, options: new() { Shuffled = false }), space).Complete(10);
        Assert.Equal([0, 250, 500, 750, 999], run.Configurations.Select(configuration => configuration["x"].AsInteger()));
    }

    [Fact]
    public void A_huge_grid_costs_nothing()
    {
        var space = new ConfigSpace([.. Enumerable.Range(0, 100).Select(i => ($"x{i}", (Domain)new Uniform(0, 1)))]);
        foreach (var shuffled in new[] { false, true })
        {
            var searcher = new GridSearcher(space, seed: 1, options: new() { Resolution = 1000, Shuffled = shuffled });
            Assert.Equal(50, new SearcherRun(searcher, space).Complete(50).Configurations.Distinct().Count());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_resolution_out_of_range_is_refused(int resolution)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GridSearcher(TestSpaces.Line, options: new() { Resolution = resolution }));
    }

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) => new GridSearcher(space, initial, seed);

    private static ParameterValue[] Values(Domain domain) => [.. GridSearcher.ValuesOf(domain, 5)];
}
