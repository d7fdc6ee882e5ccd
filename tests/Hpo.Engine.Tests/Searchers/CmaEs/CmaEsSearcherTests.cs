using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.CmaEs;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class CmaEsSearcherTests : SearcherContractTests
{
    private static readonly ConfigSpace Plane = new(("x", new Uniform(0, 1)), ("y", new Uniform(0, 1)));

    protected override bool Learns => true;

    protected override object Options => new CmaEsOptions { InitialStep = 0.25, PopulationSize = 12 };

    [Fact]
    public void A_reason_tells_generation_sample_and_step_size()
    {
        var reasons = NewRun(Plane).Complete(13).Suggestions.Select(suggestion => suggestion.Reason).ToList();
        Assert.Equal("model: generation 1, sample 1 of 6, step size 0.17", reasons[0]);
        Assert.Equal("model: generation 1, sample 6 of 6, step size 0.17", reasons[5]);
        Assert.StartsWith("model: generation 2, sample 1 of 6, step size 0.", reasons[6]);
        Assert.StartsWith("model: generation 3, sample 1 of 6, step size 0.", reasons[12]);
    }

    [Fact]
    public void A_warm_start_begins_between_the_best_trials_of_the_earlier_study()
    {
        var searcher = new CmaEsSearcher(Plane, seed: 1);
        for (var trial = 0; trial < 40; trial++)
            searcher.Observe(new Configuration(("x", trial < 4 ? 0.8 + (0.01 * trial) : 0.1), ("y", 0.3)), trial, epochs: 1);
        var run = new SearcherRun(searcher, Plane).Complete(60, (_, _) => 0);
        Assert.Equal("model: warm start, generation 1, sample 1 of 6, step size 0.1", run.Suggestions[0].Reason);
        Assert.InRange(run.Configurations.Take(6).Average(point => point["x"].AsReal()), 0.7, 0.9);
        Assert.InRange(run.Configurations.Take(6).Average(point => point["y"].AsReal()), 0.2, 0.4);
    }

    [Fact]
    public void A_warm_start_favours_the_categories_of_the_best_trials()
    {
        var space = new ConfigSpace(("x", new Uniform(0, 1)), ("activation", new Choice("relu", "tanh", "elu")));
        var drawn = Enumerable.Range(0, 50).SelectMany(seed =>
        {
            var searcher = new CmaEsSearcher(space, seed: seed);
            for (var trial = 0; trial < 40; trial++)
                searcher.Observe(new Configuration(("x", 0.5), ("activation", trial < 4 ? "tanh" : "relu")), trial, epochs: 1);
            return new SearcherRun(searcher, space).Complete(4).Configurations;
        }).Count(configuration => configuration["activation"].ToString() == "tanh");
        // (4 + 1)/(4 + 3) of 200
        Assert.InRange(drawn, 120, 165);
    }

    [Fact]
    public void The_first_generation_is_spread_around_the_centre_which_itself_is_not_tried()
    {
        var points = Enumerable.Range(0, 300).SelectMany(seed => NewRun(Plane, seed).Complete(6).Configurations).ToList();
        var xs = points.Select(point => point["x"].AsReal()).ToList();
        Assert.Equal(0.5, xs.Average(), tolerance: 0.015);
        Assert.Equal(1 / 6.0, Math.Sqrt(xs.Average(x => (x - 0.5) * (x - 0.5))), tolerance: 0.015);
        Assert.DoesNotContain(0.5, xs);
    }

    [Fact]
    public void Pending_trials_are_not_waited_for()
    {
        var run = NewRun(Plane);
        for (var i = 0; i < 8; i++)
            run.Start();
        Assert.Equal("model: generation 1, sample 8 while fewer than 6 have reported, step size 0.17", run.Suggestions[7].Reason);
        foreach (var trial in new[] { 7, 1, 2, 3, 5, 6 })
            run.Report(trial, trial);
        Assert.StartsWith("model: generation 2, sample 1 of 6", run.Start()!.Reason);
    }

    [Fact]
    public void A_report_after_its_generation_counts_in_the_next_one()
    {
        Assert.NotEqual(AfterLateReport(0.1), AfterLateReport(100));

        Suggestion AfterLateReport(double error)
        {
            var run = NewRun(Plane);
            for (var i = 0; i < 7; i++)
                run.Start();
            for (var trial = 1; trial < 7; trial++)
                run.Report(trial, trial);
            for (var trial = 7; trial < 12; trial++)
            {
                run.Start();
                run.Report(trial, trial);
            }

            run.Report(0, error);
            Assert.StartsWith("model: generation 3, ", run.Start()!.Reason);
            return run.Suggestions[^1];
        }
    }

    [Fact]
    public void The_order_of_reports_within_a_generation_means_nothing()
    {
        var inOrder = WithOrder(trials => trials);
        Assert.Equal(inOrder, WithOrder(trials => trials.Reverse()));
        Assert.Equal(inOrder, WithOrder(trials => trials.OrderBy(trial => RandomStream.DeriveSeed(5, trial, "order"))));

        List<string> WithOrder(Func<IEnumerable<int>, IEnumerable<int>> order)
        {
            var run = NewRun(Plane);
            for (var generation = 0; generation < 10; generation++)
            {
                for (var i = 0; i < 6; i++)
                    run.Start();
                foreach (var trial in order(Enumerable.Range(generation * 6, 6)))
                {
                    // every third trial of equal error, every fifth failed
                    if (trial % 5 == 0)
                        run.Fail(trial, TrialStatus.NotANumber);
                    else
                        run.Report(trial, trial % 3 == 0 ? 1 : run.Bowl(run.Suggestions[trial].Configuration));
                }
            }

            return [.. run.Suggestions.Select(suggestion => suggestion.ToString())];
        }
    }

    [Fact]
    public void Initial_configurations_count_in_the_first_generation()
    {
        Configuration[] corner = [new(("x", 0.95), ("y", 0.9)), new(("x", 0.9), ("y", 0.95))];
        var ofGood = SecondGeneration(trial => trial < 2 ? 0 : 1);
        var ofBad = SecondGeneration(trial => trial < 2 ? 1 : 0);
        Assert.InRange(ofGood, 0.65, 1);
        Assert.InRange(ofBad, 0.4, 0.55);

        double SecondGeneration(Func<int, double> error) => Enumerable.Range(0, 30).Average(seed =>
        {
            var run = new SearcherRun(new CmaEsSearcher(Plane, corner, seed), Plane).Complete(12, (trial, _) => error(trial));
            Assert.StartsWith("model: generation 1, sample 4 of 6", run.Suggestions[5].Reason);
            Assert.StartsWith("model: generation 2, sample 1 of 6", run.Suggestions[6].Reason);
            return run.Configurations.Skip(6).Average(configuration => configuration["x"].AsReal());
        });
    }

    [Fact]
    public void A_region_that_fails_is_left()
    {
        var run = NewRun(Plane);
        for (var trial = 0; trial < 120; trial++)
        {
            var x = run.Start()!.Configuration["x"].AsReal();
            if (x > 0.4)
                run.Fail(trial, TrialStatus.Failed);
            else
                run.Report(trial, Math.Abs(x - 0.39));
        }

        Assert.True(run.Configurations.Skip(60).Average(configuration => configuration["x"].AsReal()) < 0.42);
    }

    [Fact]
    public void A_generation_of_failures_leads_to_a_restart_elsewhere_with_twice_the_population()
    {
        var run = NewRun(Plane);
        for (var trial = 0; trial < 6; trial++)
        {
            run.Start();
            run.Fail(trial, TrialStatus.NotANumber);
        }

        Assert.Equal("model: restart 1 because all trials of a generation failed, generation 1, sample 1 of 12, step size 0.17", run.Start()!.Reason);
    }

    [Fact]
    public void A_search_that_stagnates_starts_again_with_twice_the_population()
    {
        var run = NewRun(Plane).Complete(200, (_, _) => 1);
        Assert.Equal(
            "model: restart 1 because the best error had not improved for 20 generations, generation 1, sample 1 of 12, step size 0.17",
            run.Suggestions[21 * 6].Reason);
        Assert.StartsWith("model: restart 1, generation 2, sample 1 of 12, step size 0.", run.Suggestions[(21 * 6) + 12].Reason);
    }

    [Fact]
    public void A_search_that_has_converged_starts_again()
    {
        var run = NewRun(Plane).Complete(500);
        Assert.Contains(run.Suggestions, suggestion => suggestion.Reason.StartsWith(
            "model: restart 1 because the samples differed by less than 0.000001 of every range, generation 1, sample 1 of 12", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trial_of_the_old_run_does_not_pull_the_new_one_back()
    {
        Assert.Equal(AfterRestart(0), AfterRestart(100));

        Suggestion AfterRestart(double error)
        {
            var run = NewRun(Plane);
            for (var trial = 0; trial < 7; trial++)
                run.Start();
            for (var trial = 1; trial < 7; trial++)
                run.Fail(trial, TrialStatus.NotANumber);
            for (var trial = 7; trial < 19; trial++)
            {
                run.Start();
                run.Report(trial, trial);
                if (trial == 8)
                    run.Report(0, error);
            }

            return run.Start()!;
        }
    }

    [Fact]
    public void Trials_that_went_further_rank_first_whatever_their_errors()
    {
        // the farther right, the larger the error, but the farther the scheduler let the trial go
        var run = NewRun(Plane);
        for (var trial = 0; trial < 60; trial++)
        {
            var x = run.Start()!.Configuration["x"].AsReal();
            for (var epoch = 1; epoch <= 1 + (int)(x * 100); epoch++)
                run.Report(trial, x, epoch, maxEpochs: 101);
        }

        Assert.True(run.Configurations.Skip(48).Average(configuration => configuration["x"].AsReal()) > 0.9);
    }

    [Fact]
    public void A_report_after_more_epochs_does_not_count_a_second_time()
    {
        var run = NewRun(Plane).Complete(6);
        run.Start();
        for (var trial = 0; trial < 6; trial++)
            run.Report(trial, 0, epoch: 9, maxEpochs: 9);
        Assert.StartsWith("model: generation 2, sample 2", run.Start()!.Reason);
    }

    [Fact]
    public void An_optimum_in_a_corner_is_met_exactly_and_the_corner_is_not_tried_twice()
    {
        for (var seed = 0; seed < 3; seed++)
        {
            var run = NewRun(Plane, seed).Complete(150, (_, configuration) => configuration["x"].AsReal() - configuration["y"].AsReal());
            Assert.Equal(1, run.Configurations.Count(configuration => configuration["x"].AsReal() == 0 && configuration["y"].AsReal() == 1));
            Assert.Equal(150, run.Configurations.Distinct().Count());
        }
    }

    [Fact]
    public void The_step_size_stays_sane_when_all_errors_are_equal_or_the_optimum_is_out_of_reach()
    {
        var space = new ConfigSpace(Enumerable.Range(1, 4).Select(i => ($"x{i}", (Domain)new Uniform(0, 1))));
        foreach (var run in new[] { NewRun(space).Complete(400, (_, _) => 1), NewRun(space).Complete(400, (_, c) => c.Values.Sum(value => value.AsReal())) })
            Assert.All(run.Suggestions, suggestion => Assert.InRange(double.Parse(suggestion.Reason.Split("step size ")[1]), 1e-6, 1.5));
    }

    [Fact]
    public void Categories_are_learned_and_none_is_ever_lost()
    {
        var space = new ConfigSpace(("x", new Uniform(0, 1)), ("activation", new Choice("relu", "sigmoid", "tanh")));
        var run = NewRun(space).Complete(300, (_, configuration) => configuration["activation"].AsText() == "tanh" ? 0 : configuration["x"].AsReal() + 1);
        var late = run.Configurations.Take(30..100).Select(configuration => configuration["activation"].AsText()).ToList();
        Assert.True(late.Count(activation => activation == "tanh") > 35);
        Assert.Equal(3, late.Distinct().Count());
    }

    [Fact]
    public void A_space_of_categories_alone_has_no_step_size()
    {
        var space = new ConfigSpace(Enumerable.Range(1, 8).Select(i => ($"x{i}", (Domain)new Choice("a", "b", "c"))));
        var run = NewRun(space).Complete(200, (_, configuration) => configuration.Values.Count(value => value.AsText() != "b"));
        Assert.Equal("model: generation 1, sample 1 of 10", run.Suggestions[0].Reason);
        Assert.Contains(run.Configurations, configuration => configuration.Values.All(value => value.AsText() == "b"));
    }

    [Fact]
    public void A_hundred_hyperparameters_can_be_searched()
    {
        var space = new ConfigSpace(Enumerable.Range(1, 100).Select(i => ($"x{i}", (Domain)new Uniform(0, 1))));
        var run = NewRun(space).Complete(60);
        Assert.StartsWith("model: generation 4, sample 9 of 17", run.Suggestions[^1].Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void An_initial_step_outside_of_its_range_is_refused(double step)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CmaEsSearcher(Plane, options: new CmaEsOptions { InitialStep = step }));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10_001)]
    public void A_population_outside_of_its_range_is_refused(int population)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CmaEsSearcher(Plane, options: new CmaEsOptions { PopulationSize = population }));
    }

    [Fact]
    public void The_population_can_be_chosen()
    {
        var run = new SearcherRun(new CmaEsSearcher(Plane, options: new CmaEsOptions { PopulationSize = 20, InitialStep = 0.3 }), Plane).Complete(21);
        Assert.Equal("model: generation 1, sample 1 of 20, step size 0.3", run.Suggestions[0].Reason);
        Assert.StartsWith("model: generation 2, sample 1 of 20", run.Suggestions[20].Reason);
    }

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) => new CmaEsSearcher(space, initial, seed);

    private static SearcherRun NewRun(ConfigSpace space, long seed = 1) => new(new CmaEsSearcher(space, seed: seed), space);
}
