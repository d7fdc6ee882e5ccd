using System.Globalization;
using Hpo.Engine.Objectives;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Tpe;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using MathNet.Numerics.Distributions;

namespace Hpo.Engine.Tests.Searchers.Tpe;

public class TpeSearcherTests : SearcherContractTests
{
    protected override int StartupTrials => 10;

    protected override object Options => new TpeOptions { StartupTrials = 3, Candidates = 5, Multivariate = false };

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) =>
        new TpeSearcher(space, initial, seed);

    [Fact]
    public void On_a_line_the_candidate_with_the_largest_ratio_by_hand_is_tried()
    {
        var run = new SearcherRun(new TpeSearcher(TestSpaces.Line, seed: 5), TestSpaces.Line)
            .Complete(30, (_, configuration) => Math.Abs(configuration.X() - 0.7));
        var trials = run.Configurations.Select(TestSpaces.X).ToList();
        var tried = run.Start()!;

        // three of 30 trials are good, no kernel is narrower than 1/32, and none of a good trial wider than this
        var widest = 0.25 * Math.Pow(3, -1 / 5.0);
        double[] good = [.. trials.OrderBy(x => Math.Abs(x - 0.7)).Take(3).Order()];
        double[] bad = [.. trials.Except(good).Order()];
        double Density(double[] points, double widest, double x)
        {
            double[] all = [.. points.Append(0.5).Order()];
            double Gap(int i) => Math.Max(i > 0 ? all[i] - all[i - 1] : 0, i + 1 < all.Length ? all[i + 1] - all[i] : 0);
            double Width(int i) => Math.Max(1.0 / 32, Math.Min(widest, Gap(i)));
            double Kernel(double centre, double width) =>
                Normal.PDF(centre, width, x) / (Normal.CDF(centre, width, 1) - Normal.CDF(centre, width, 0));
            return all.Select((centre, i) => centre == 0.5 ? Kernel(0.5, 1) : Kernel(centre, Width(i))).Average();
        }

        var ratio = Density(good, widest, tried.Configuration.X()) / Density(bad, 1, tried.Configuration.X());
        Assert.StartsWith(
            $"model: l/g {ratio.ToString("G2", CultureInfo.InvariantCulture)}, shaped most by trial", tried.Reason, StringComparison.Ordinal);
        Assert.True(ratio > 1);
    }

    [Fact]
    public void A_reason_names_the_good_trials_nearest_to_the_suggestion()
    {
        var run = new SearcherRun(new TpeSearcher(TestSpaces.Line), TestSpaces.Line);
        double[] given = [0.3, 0.31, 0.9, 0.1, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.95, 0.15];
        foreach (var x in given)
        {
            run.StartInstead(TestSpaces.At(x));
            run.Report(run.Suggestions.Count - 1, Math.Abs(x - 0.305));
        }

        Assert.Matches("^model: l/g [0-9.]+, shaped most by trials (0 and 1|1 and 0) of the 2 best$", run.Start()!.Reason);
    }

    [Fact]
    public void Pending_trials_are_avoided()
    {
        double Spread(bool pending) => Enumerable.Range(0, 10).Average(seed => SpreadOf(seed, pending));

        double SpreadOf(int seed, bool pending)
        {
            var run = new SearcherRun(new TpeSearcher(TestSpaces.Line, seed: seed), TestSpaces.Line)
                .Complete(40, (_, configuration) => Math.Abs(configuration.X() - 0.6));
            List<double> suggested = [];
            for (var i = 0; i < 8; i++)
            {
                suggested.Add(run.Start()!.Configuration.X());
                if (!pending)
                    run.Fail(run.Suggestions.Count - 1, TrialStatus.Cancelled);
            }

            double[] sorted = [.. suggested.Order()];
            return sorted.Zip(sorted.Skip(1), (one, next) => next - one).Average();
        }

        Assert.True(Spread(pending: true) > 2 * Spread(pending: false));
    }

    [Fact]
    public void A_region_where_trials_fail_is_avoided()
    {
        // the slope leads into the region
        var run = new SearcherRun(new TpeSearcher(TestSpaces.Line, seed: 1), TestSpaces.Line);
        for (var trial = 0; trial < 60; trial++)
        {
            var x = run.Start()!.Configuration.X();
            if (x > 0.7)
                run.Fail(trial, TrialStatus.NotANumber);
            else
                run.Report(trial, 1 - x);
        }

        Assert.InRange(run.Configurations.Skip(30).Count(configuration => configuration.X() > 0.75), 0, 4);
        Assert.InRange(run.Configurations.Skip(30).Average(TestSpaces.X), 0.5, 0.75);
    }

    [Fact]
    public void A_trial_that_fails_late_is_bad_however_good_its_earlier_errors_were()
    {
        var space = new ConfigSpace(("x", new Uniform(0, 1)), ("kind", new Choice("a", "b")));
        var run = new SearcherRun(new TpeSearcher(space), space);
        for (var trial = 0; trial < 12; trial++)
        {
            run.Start();
            run.Report(trial, trial);
            run.Fail(trial, TrialStatus.NotANumber);
        }

        Assert.EndsWith("not near any of the 0 best trials", run.Start()!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_good_category_is_found_and_kept_to()
    {
        var space = new ConfigSpace(("x", new Uniform(0, 1)), ("kind", new Choice("a", "b", "c", "d", "e")));
        var run = new SearcherRun(new TpeSearcher(space), space).Complete(
            80, (_, configuration) => Math.Pow(configuration.X() - 0.4, 2) + (configuration["kind"].AsText() == "d" ? 0 : 0.3));
        Assert.InRange(run.Configurations.Skip(40).Count(configuration => configuration["kind"].AsText() == "d"), 20, 40);
    }

    [Theory]
    [InlineData("six-hump camel", true)]
    [InlineData("Ackley", true)]
    [InlineData("six-hump camel", false)]
    public void It_is_clearly_better_than_random_search(string name, bool multivariate)
    {
        AnalyticObjective objective = name == "Ackley" ? new Ackley(3) : new SixHumpCamel();
        var options = new TpeOptions { Multivariate = multivariate };
        double Regret(Func<long, HpoSearcher> searcher) =>
            Median(seed => Best(searcher(seed), objective.DefaultSpace, objective.ValueAt, 80) - objective.Minimum);
        Assert.True(
            Regret(seed => new TpeSearcher(objective.DefaultSpace, seed: seed, options: options))
            < 0.5 * Regret(seed => new RandomSearcher(objective.DefaultSpace, seed: seed)));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TpeSearcher(TestSpaces.Line, options: new TpeOptions { StartupTrials = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TpeSearcher(TestSpaces.Line, options: new TpeOptions { Candidates = 0 }));
    }

    private static double Median(Func<long, double> regret) => Enumerable.Range(0, 9).Select(seed => regret(seed)).Order().ElementAt(4);

    private static double Best(HpoSearcher searcher, ConfigSpace space, Func<Configuration, double> error, int trials)
    {
        var best = double.PositiveInfinity;
        new SearcherRun(searcher, space).Complete(trials, (_, configuration) =>
        {
            var value = error(configuration);
            best = Math.Min(best, value);
            return value;
        });
        return best;
    }
}
