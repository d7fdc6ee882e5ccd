using Hpo.Engine.Searchers;
using Hpo.Engine.Space;

namespace Hpo.Engine.TestKit;

/// <summary>What every searcher does with the errors of an earlier study.</summary>
public abstract partial class SearcherContractTests
{
    private static readonly ConfigSpace Plane = new(("x", new Uniform(0, 1)), ("y", new LogUniform(1e-3, 1)));

    /// <summary>Whether the searcher makes use of errors.</summary>
    protected virtual bool Learns => StartupTrials > 0;

    [Fact]
    public void A_warm_start_makes_the_first_suggestions_better_on_average()
    {
        const int seeds = 20, trials = 6;
        if (!Learns)
            return;
        var (cold, warm) = (0.0, 0.0);
        for (var seed = 0; seed < seeds; seed++)
        {
            cold += MeanBowl(Run(Plane, seed));
            warm += MeanBowl(Warm(Plane, seed));
        }

        Assert.True(warm < 0.85 * cold, $"warm {warm / seeds:0.000}, cold {cold / seeds:0.000}");

        static double MeanBowl(SearcherRun run) => run.Complete(trials).Configurations.Average(run.Bowl);
    }

    [Fact]
    public void A_searcher_that_does_not_learn_ignores_a_warm_start()
    {
        if (!Learns)
            Assert.Equal(Run(Plane).Complete(Trials).Suggestions, Warm(Plane).Complete(Trials).Suggestions);
    }

    [Fact]
    public void A_warm_start_with_the_same_seed_gives_the_same_suggestions()
    {
        if (RefusedFor(Mixed) is null)
            Assert.Equal(Warm(Mixed, seed: 7).Complete(Trials).Suggestions, Warm(Mixed, seed: 7).Complete(Trials).Suggestions);
    }

    [Fact]
    public void Reasons_say_that_a_trial_belongs_to_an_earlier_study()
    {
        Assert.DoesNotContain(Warm(Plane).Complete(Trials).Suggestions, suggestion => suggestion.Reason.Contains("trial -", StringComparison.Ordinal)
            || suggestion.Reason.Contains("trials -", StringComparison.Ordinal) || suggestion.Reason.Contains(", -", StringComparison.Ordinal));
    }

    [Fact]
    public void Trials_of_an_earlier_study_leave_the_whole_of_a_finite_space_to_be_tried()
    {
        Assert.Equal(12, Warm(Discrete).Complete(20).Suggestions.Count);
    }

    [Fact]
    public void Errors_of_an_earlier_study_after_fewer_epochs_do_no_harm()
    {
        var run = Warm(Plane, epochs: 3);
        for (var trial = 0; trial < Trials; trial++)
        {
            var configuration = run.Start()!.Configuration;
            run.Report(trial, run.Bowl(configuration) / 10, epoch: 9, maxEpochs: 9);
        }

        Assert.Equal(Trials, run.Suggestions.Count);
    }

    /// <summary>A run that knows forty random configurations of the bowl.</summary>
    private SearcherRun Warm(ConfigSpace space, long seed = 1, int epochs = 1)
    {
        var searcher = Create(space, null, seed);
        var run = new SearcherRun(searcher, space);
        var earlier = new SearcherRun(new RandomSearcher(space, seed: 1000 + seed), space).Complete(40);
        foreach (var configuration in earlier.Configurations.OrderBy(run.Bowl))
            searcher.Observe(configuration, run.Bowl(configuration), epochs);
        return run;
    }
}
