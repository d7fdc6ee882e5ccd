using Hpo.Engine.Objectives;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Bohb;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Searchers.Bohb;

public class BohbSearcherTests : SearcherContractTests
{
    /// <summary>Nine axes and three.</summary>
    protected override int StartupTrials => 12;

    protected override object Options => new BohbOptions { RandomFraction = 0.5, Candidates = 5, TopFraction = 0.3, BandwidthFactor = 2 };

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) =>
        new BohbSearcher(space, initial, seed);

    [Fact]
    public void The_model_is_made_of_the_largest_number_of_epochs_that_enough_trials_have_reached()
    {
        Assert.InRange(Suggested(reachingThree: 0).Average(), 0, 0.3);
        Assert.InRange(Suggested(reachingThree: 3).Average(), 0, 0.3);
        Assert.InRange(Suggested(reachingThree: 20).Average(), 0.7, 1);

        // after one epoch small numbers look good, after three large ones
        IEnumerable<double> Suggested(int reachingThree)
        {
            var run = new SearcherRun(Model(TestSpaces.Line), TestSpaces.Line);
            for (var trial = 0; trial < 60; trial++)
            {
                run.StartInstead(TestSpaces.At(trial / 60.0));
                run.Report(trial, trial, epoch: 1, maxEpochs: 3);
            }

            for (var trial = 0; trial < 60; trial += 60 / Math.Max(reachingThree, 1))
            {
                if (reachingThree > 0)
                    run.Report(trial, -trial, epoch: 3, maxEpochs: 3);
            }

            return [.. Enumerable.Range(0, 10).Select(_ => run.Start()!.Configuration.X())];
        }
    }

    [Fact]
    public void One_third_of_the_suggestions_is_random_and_says_so()
    {
        var run = new SearcherRun(new BohbSearcher(TestSpaces.Line), TestSpaces.Line).Complete(304);
        var reasons = run.Suggestions.Skip(4).Select(suggestion => suggestion.Reason).ToList();
        Assert.InRange(reasons.Count(reason => reason == "random, because 33 % of suggestions are"), 75, 125);
        Assert.All(reasons, reason => Assert.Matches("^(random, because|model: l/g .*, shaped most by trial)", reason));
    }

    [Fact]
    public void All_of_a_log_scale_and_of_an_integer_range_is_searched()
    {
        // in the authors' way of encoding, the ends of an integer range could not be reached
        var space = new ConfigSpace(("n", new RandInt(0, 6)), ("rate", new LogUniform(1e-6, 1)));
        var run = new SearcherRun(new BohbSearcher(space), space).Complete(
            200, (_, configuration) => configuration["n"].AsInteger() + Math.Log10(configuration["rate"].AsReal()));
        Assert.Equal(Enumerable.Range(0, 6).Select(n => (long)n), run.Configurations.Select(one => one["n"].AsInteger()).Distinct().Order());
        Assert.InRange(run.Configurations.Skip(20).Count(one => one["rate"].AsReal() < 1e-4), 100, 180);
    }

    [Fact]
    public void A_region_where_trials_fail_is_avoided()
    {
        var run = new SearcherRun(Model(TestSpaces.Line), TestSpaces.Line);
        for (var trial = 0; trial < 80; trial++)
        {
            var x = run.Start()!.Configuration.X();
            if (x > 0.7)
                run.Fail(trial, TrialStatus.NotANumber);
            else
                run.Report(trial, 1 - x);
        }

        Assert.InRange(run.Configurations.Skip(30).Count(configuration => configuration.X() > 0.75), 0, 5);
    }

    [Fact]
    public void The_good_category_is_found_and_kept_to()
    {
        var space = new ConfigSpace(("x", new Uniform(0, 1)), ("kind", new Choice("a", "b", "c", "d", "e")));
        var run = new SearcherRun(Model(space), space).Complete(
            80, (_, configuration) => Math.Pow(configuration.X() - 0.4, 2) + (configuration["kind"].AsText() == "d" ? 0 : 0.3));
        Assert.InRange(run.Configurations.Skip(40).Count(configuration => configuration["kind"].AsText() == "d"), 25, 40);
    }

    [Fact]
    public void It_is_better_than_random_search()
    {
        var objective = new SixHumpCamel();
        double Regret(Func<long, HpoSearcher> searcher) => Enumerable.Range(0, 9).Select(seed =>
        {
            var run = new SearcherRun(searcher(seed), objective.DefaultSpace)
                .Complete(80, (_, configuration) => objective.ValueAt(configuration));
            return run.Configurations.Min(objective.ValueAt) - objective.Minimum;
        }).Order().ElementAt(4);
        Assert.True(
            Regret(seed => new BohbSearcher(objective.DefaultSpace, seed: seed))
            < 0.7 * Regret(seed => new RandomSearcher(objective.DefaultSpace, seed: seed)));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        foreach (var options in new BohbOptions[]
        {
            new() { RandomFraction = 1.1 }, new() { RandomFraction = double.NaN }, new() { Candidates = 0 }, new() { TopFraction = 0 },
            new() { TopFraction = 1 }, new() { BandwidthFactor = 0.5 }, new() { BandwidthFactor = double.PositiveInfinity },
        })
            Assert.Throws<ArgumentOutOfRangeException>(() => new BohbSearcher(TestSpaces.Line, options: options));
    }

    private static BohbSearcher Model(ConfigSpace space) => new(space, options: new BohbOptions { RandomFraction = 0 });
}
