using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Evolution;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Searchers.Evolution;

public class EvolutionSearcherTests : SearcherContractTests
{
    private static readonly EvolutionOptions Small = new() { PopulationSize = 8, SampleSize = 3 };

    protected override int StartupTrials => 8;

    protected override string LearnedReason => "mutation of trial ";

    protected override object Options => Small;

    [Fact]
    public void A_child_is_its_parent_with_one_hyperparameter_drawn_anew()
    {
        var run = Run(Small, 40);
        foreach (var child in run.Suggestions.Skip(8))
        {
            var (parent, name) = ParentOf(child);
            Assert.Equal(run.Suggestions[parent].Configuration, child.Configuration.With(name, run.Suggestions[parent].Configuration[name]));
            Assert.NotEqual(run.Suggestions[parent].Configuration, child.Configuration);
        }
    }

    [Fact]
    public void Parents_are_among_the_youngest_trials_whatever_their_errors()
    {
        // the errors grow, so that the oldest of a sample is its best
        var run = Run(Small, 60, (trial, _) => trial);
        for (var trial = 8; trial < 60; trial++)
            Assert.InRange(ParentOf(run.Suggestions[trial]).Trial, trial - 8, trial - 1);
    }

    [Fact]
    public void The_best_of_the_sample_is_the_parent()
    {
        var run = Run(new() { PopulationSize = 64, SampleSize = 64 }, 64, (trial, _) => trial == 63 ? -1 : trial);
        var children = Enumerable.Range(0, 200).Select(_ => ParentOf(run.Start()!).Trial).ToList();
        // the best is missed with probability (63/64)^64 = 0.365
        Assert.InRange(Statistics.ChiSquarePValue([children.Count(parent => parent == 63), children.Count(parent => parent != 63)], [0.635, 0.365]), Statistics.Doubtful, 1);
    }

    [Fact]
    public void Trials_that_are_pending_are_no_parents_and_nobody_waits_for_them()
    {
        var searcher = new EvolutionSearcher(TestSpaces.Chapter, seed: 1, options: Small);
        var run = new SearcherRun(searcher, TestSpaces.Chapter);
        for (var trial = 0; trial < 20; trial++)
            run.Start();
        Assert.All(run.Suggestions.Skip(8), suggestion => Assert.Equal("drawn at random, because no trial has ended", suggestion.Reason));
        run.Report(5, 0.5);
        Assert.Equal(5, ParentOf(run.Start()!).Trial);
    }

    [Fact]
    public void Failed_trials_lose_against_all_others_and_age_as_they_do()
    {
        var run = new SearcherRun(new EvolutionSearcher(TestSpaces.Chapter, seed: 1, options: Small), TestSpaces.Chapter);
        for (var trial = 0; trial < 8; trial++)
        {
            run.Start();
            if (trial == 2)
                run.Report(trial, double.MaxValue);
            else
                run.Fail(trial, TrialStatus.Infinite);
        }

        var reasons = Enumerable.Range(0, 30).Select(_ => run.Start()!.Reason).ToList();
        Assert.Contains(reasons, reason => reason.StartsWith("mutation of trial 2: ", StringComparison.Ordinal));
        Assert.Contains("drawn at random, because all members that were sampled had failed", reasons);
        Assert.All(reasons, reason => Assert.DoesNotMatch("mutation of trial [^2]", reason));
    }

    [Fact]
    public void Errors_after_different_numbers_of_epochs_are_not_compared()
    {
        var options = new EvolutionOptions { PopulationSize = 4, SampleSize = 4 };
        var run = Run(options, 4, (trial, _) => trial);
        run.Report(3, 10, epoch: 2, maxEpochs: 2);
        var parents = Enumerable.Range(0, 200).Select(_ => ParentOf(run.Start()!).Trial).ToList();
        // a sample without trial 3 has probability (3/4)^4 = 0.316
        Assert.InRange(Statistics.ChiSquarePValue([parents.Count(parent => parent == 3), parents.Count(parent => parent != 3)], [0.684, 0.316]), Statistics.Doubtful, 1);
    }

    [Fact]
    public void It_ends_up_nearer_to_the_minimum_than_random_search()
    {
        var space = new ConfigSpace([.. Enumerable.Range(0, 6).Select(i => ($"x{i}", (Domain)new Uniform(0, 1)))]);
        var wins = 0;
        for (var seed = 0; seed < 10; seed++)
            wins += Best(new EvolutionSearcher(space, seed: seed, options: new() { PopulationSize = 20, SampleSize = 5 })) < Best(new RandomSearcher(space, seed: seed)) ? 1 : 0;
        Assert.InRange(wins, 9, 10);

        double Best(HpoSearcher searcher)
        {
            var run = new SearcherRun(searcher, space).Complete(150);
            return run.Configurations.Min(run.Bowl);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0)]
    [InlineData(5, 6)]
    public void Parameters_out_of_range_are_refused(int population, int sample)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvolutionSearcher(
            TestSpaces.Line, options: new EvolutionOptions { PopulationSize = population, SampleSize = sample }));
    }

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) =>
        new EvolutionSearcher(space, initial, seed, Small);

    private static SearcherRun Run(EvolutionOptions options, int trials, Func<int, Configuration, double>? error = null)
    {
        var run = new SearcherRun(new EvolutionSearcher(TestSpaces.Chapter, seed: 1, options: options), TestSpaces.Chapter);
        return error is null ? run.Complete(trials) : run.Complete(trials, error);
    }

    private static (int Trial, string Name) ParentOf(Suggestion child)
    {
        Assert.Matches("^mutation of trial [0-9]+: (learning_rate|batch_size)$", child.Reason);
        var words = child.Reason.Split(' ', ':');
        return (int.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture), words[^1]);
    }
}
