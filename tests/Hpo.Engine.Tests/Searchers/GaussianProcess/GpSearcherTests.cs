using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.GaussianProcess;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class GpSearcherTests : SearcherContractTests
{
    private static readonly ConfigSpace Square = new(("x", new Uniform(-2, 2)), ("y", new Uniform(-1, 1)));

    protected override int StartupTrials => 10;

    protected override object? Options => new GpOptions { StartupTrials = 3 };

    [Fact]
    public void A_reason_tells_the_expected_improvement_and_the_trials_that_shaped_it()
    {
        var run = Run(new GpSearcher(Square), Square).Complete(12, (_, configuration) => Hills(configuration));
        Assert.Matches(@"^model: expected improvement \S+ \(log -?\d+\.\d\), shaped most by trials \d+, \d+ and \d+$", run.Suggestions[^1].Reason);
        Assert.Equal("random start-up 10 of 10", run.Suggestions[9].Reason);
        var single = Run(new GpSearcher(Square, options: new() { StartupTrials = 1 }), Square).Complete(2, (_, configuration) => Hills(configuration));
        Assert.EndsWith("shaped most by trial 0", single.Suggestions[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_expected_improvement_is_told_in_units_of_the_error()
    {
        string ReasonIn(double unit) =>
            Run(new GpSearcher(Square), Square).Complete(11, (_, configuration) => unit * Hills(configuration)).Suggestions[^1].Reason.Split(' ')[3];
        Assert.Equal(double.Parse(ReasonIn(1)) * 1000, double.Parse(ReasonIn(1000)), 1e-6);
    }

    [Fact]
    public void Start_up_trials_are_at_least_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GpSearcher(Square, options: new() { StartupTrials = 0 }));
    }

    [Fact]
    public void A_pending_configuration_is_not_proposed_again()
    {
        var run = Run(new GpSearcher(Square), Square).Complete(15, (_, configuration) => Hills(configuration));
        var pending = Enumerable.Range(0, 6).Select(_ => Square.Encode(run.Start()!.Configuration)).ToList();
        for (var i = 0; i < pending.Count; i++)
        {
            for (var j = 0; j < i; j++)
                Assert.InRange(Distance(pending[i], pending[j]), 0.001, 1);
        }
    }

    [Fact]
    public void A_trial_that_runs_and_has_reported_at_fewer_epochs_is_not_proposed_again_either()
    {
        var run = Run(new GpSearcher(Square), Square);
        for (var trial = 0; trial < 15; trial++)
        {
            run.Start();
            run.Report(trial, Hills(run.Suggestions[trial].Configuration), epoch: 2, maxEpochs: 2);
        }

        var first = Square.Encode(run.Start()!.Configuration);
        run.Report(15, 3, epoch: 1, maxEpochs: 2);
        Assert.True(Distance(first, Square.Encode(run.Start()!.Configuration)) > 0.01);
    }

    [Fact]
    public void A_region_where_trials_fail_is_left_alone()
    {
        var run = Run(new GpSearcher(Square, seed: 2), Square);
        var failures = RunWithFailures(run, beyond: 1, Hills);
        Assert.InRange(failures.Count(trial => trial < 10), 1, 10);
        // a quarter of the space fails: of thirty random trials seven or eight would
        Assert.InRange(failures.Count(trial => trial >= 10), 0, 4);
    }

    [Fact]
    public void A_minimum_at_the_edge_of_a_region_where_trials_fail_is_found()
    {
        var run = Run(new GpSearcher(Square), Square);
        RunWithFailures(run, beyond: 0.5, configuration => -configuration["x"].AsReal());
        Assert.Contains(run.Configurations, configuration => configuration["x"].AsReal() is > 0.48 and <= 0.5);
    }

    [Fact]
    public void A_trial_that_failed_after_its_report_counts_as_failed()
    {
        var run = Run(new GpSearcher(Square, options: new() { StartupTrials = 3 }), Square);
        for (var trial = 0; trial < 3; trial++)
        {
            run.Start();
            run.Report(trial, trial, epoch: 1, maxEpochs: 3);
            run.Fail(trial, TrialStatus.NotANumber);
        }

        Assert.Equal("fallback: drawn at random, because every trial that has reported failed later", run.Start()!.Reason);
    }

    [Fact]
    public void All_of_a_small_space_is_tried_by_the_model_and_the_best_of_it_early()
    {
        var space = new ConfigSpace(("layers", new RandInt(1, 11)), ("units", new LogRandInt(8, 20)), ("activation", new Choice("a", "b", "c")));
        var run = Run(new GpSearcher(space, seed: 3), space);
        while (run.Start() is { } suggestion)
        {
            var (layers, units) = (suggestion.Configuration["layers"].AsInteger(), suggestion.Configuration["units"].AsInteger());
            run.Report(run.Suggestions.Count - 1, Math.Abs(layers - 7) + Math.Abs(units - 12) + (suggestion.Configuration["activation"].AsText() == "b" ? 0 : 4));
            if (run.Suggestions.Count == 60)
                break;
        }

        Assert.Contains(new Configuration(("layers", 7), ("units", 12), ("activation", "b")), run.Configurations.Take(40));
        Assert.All(run.Suggestions.Skip(10), suggestion => Assert.StartsWith("model: ", suggestion.Reason, StringComparison.Ordinal));
        Assert.Equal(60, run.Configurations.Distinct().Count());
    }

    [Fact]
    public void What_is_computed_once_does_not_change_what_is_computed_later()
    {
        // one searcher is asked at every trial, the other for the last only, when all is known at once
        var asked = Run(new GpSearcher(Square, seed: 5), Square).Complete(112, (_, configuration) => Hills(configuration));
        var late = new GpSearcher(Square, seed: 5);
        foreach (var trial in Enumerable.Range(0, 111).OrderBy(trial => RandomStream.DeriveSeed(1, trial, "order")))
        {
            late.OnTrialStarted(trial, asked.Suggestions[trial].Configuration);
            late.Update(asked.Suggestions[trial].Configuration, Hills(asked.Suggestions[trial].Configuration), new TrialInfo(trial, 1, 1, TimeSpan.Zero));
        }

        Assert.Equal(asked.Suggestions[111], late.SampleConfiguration(111));
    }

    [Fact]
    public void It_comes_much_closer_to_the_minimum_than_random_search()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var run = Run(new GpSearcher(Square, seed: seed), Square).Complete(50, (_, configuration) => Hills(configuration));
            var random = Run(new RandomSearcher(Square, seed: seed), Square).Complete(500, (_, configuration) => Hills(configuration));
            Assert.InRange(run.Configurations.Min(Hills), 0, 0.01 * random.Configurations.Min(Hills));
        }
    }

    [Fact]
    public void Noise_does_not_keep_it_from_the_minimum()
    {
        var random = new RandomStream(1);
        var run = Run(new GpSearcher(Square), Square).Complete(60, (_, configuration) => Hills(configuration) + (0.2 * random.NextGaussian()));
        Assert.InRange(run.Configurations.Skip(50).Average(Hills), 0, 0.3);
    }

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) => new GpSearcher(space, initial, seed);

    private static SearcherRun Run(HpoSearcher searcher, ConfigSpace space) => new(searcher, space);

    /// <summary>Runs 40 trials of which those fail whose x is too large, and gives the numbers of these.</summary>
    private static List<int> RunWithFailures(SearcherRun run, double beyond, Func<Configuration, double> error)
    {
        var failures = new List<int>();
        for (var trial = 0; trial < 40; trial++)
        {
            var configuration = run.Start()!.Configuration;
            if (configuration["x"].AsReal() <= beyond)
            {
                run.Report(trial, error(configuration));
                continue;
            }

            run.Fail(trial, TrialStatus.Infinite);
            failures.Add(trial);
        }

        return failures;
    }

    /// <summary>Some hills and valleys around a minimum of 0 at (0.7, −0.3).</summary>
    private static double Hills(Configuration configuration)
    {
        var (x, y) = (configuration["x"].AsReal() - 0.7, configuration["y"].AsReal() + 0.3);
        return (x * x) + (3 * y * y) + (0.5 * (1 - Math.Cos(4 * x))) + (x * y);
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
