using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Searchers;

public class LocalSearcherTests : SearcherContractTests
{
    private static readonly LocalOptions AlwaysLocal = new() { ProbabilityLocal = 1, RandomInitial = 3 };

    protected override int StartupTrials => 5;

    protected override string LearnedReason => "mutation of trial ";

    protected override object Options => new LocalOptions { ProbabilityLocal = 0.25, RandomInitial = 7 };

    [Fact]
    public void A_local_step_changes_one_hyperparameter_of_the_best_configuration()
    {
        var run = new SearcherRun(new LocalSearcher(TestSpaces.Chapter, seed: 1, options: AlwaysLocal), TestSpaces.Chapter);
        foreach (var error in new[] { 0.3, 0.1, 0.2 })
        {
            var trial = run.Suggestions.Count;
            run.Start();
            run.Report(trial, error);
        }

        for (var i = 0; i < 20; i++)
        {
            var step = run.Start()!;
            var changed = step.Configuration.Where(entry => entry.Value != run.Suggestions[1].Configuration[entry.Key]).Select(entry => entry.Key);
            Assert.Equal($"mutation of trial 1: {Assert.Single(changed)}", step.Reason);
        }

        Assert.Equal(2, run.Suggestions.Skip(3).Select(step => step.Reason).Distinct().Count());
    }

    [Fact]
    public void A_local_step_starts_from_the_new_best_as_soon_as_there_is_one()
    {
        var run = new SearcherRun(new LocalSearcher(TestSpaces.Line, seed: 1, options: AlwaysLocal), TestSpaces.Line).Complete(4, (trial, _) => -trial);
        Assert.Equal("mutation of trial 3: x", run.Start()!.Reason);
    }

    [Fact]
    public void Of_equally_good_trials_the_first_is_the_best()
    {
        var run = new SearcherRun(new LocalSearcher(TestSpaces.Line, seed: 1, options: AlwaysLocal), TestSpaces.Line).Complete(4, (_, _) => 1);
        Assert.Equal("mutation of trial 0: x", run.Start()!.Reason);
    }

    [Fact]
    public void A_trial_that_failed_after_a_good_epoch_is_not_the_best()
    {
        var run = new SearcherRun(new LocalSearcher(TestSpaces.Line, seed: 1, options: AlwaysLocal), TestSpaces.Line).Complete(3, (trial, _) => trial);
        run.Fail(0, TrialStatus.NotANumber);
        Assert.Equal("mutation of trial 1: x", run.Start()!.Reason);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity)]
    public void An_error_that_is_no_number_is_not_turned_into_the_best(double diverged)
    {
        var events = new EventRecorder();
        var objective = new FunctionObjective("diverges below a half", TestSpaces.Line, TestSpaces.At(0.1), configuration => configuration.X() < 0.5 ? diverged : 1);
        var tuner = new HpoTuner(new BasicScheduler(new LocalSearcher(TestSpaces.Line, [TestSpaces.At(0.1), TestSpaces.At(0.9)], 1, AlwaysLocal)), objective, null, events.Add);
        tuner.Run(20);
        var parents = events.Of<TrialStarted>().Select(start => start.Reason).Where(reason => reason.StartsWith("mutation", StringComparison.Ordinal)).ToList();
        Assert.Equal(17, parents.Count);
        Assert.All(parents, reason => Assert.Equal("mutation of trial 1: x", reason));
    }

    [Fact]
    public void A_trial_counts_with_its_last_error_and_more_epochs_count_more()
    {
        var run = new SearcherRun(new LocalSearcher(TestSpaces.Line, seed: 1, options: AlwaysLocal), TestSpaces.Line).Complete(3, (trial, _) => trial);
        run.Report(1, 5, epoch: 2);
        Assert.Equal("mutation of trial 1: x", run.Start()!.Reason);
        run.Report(0, 4, epoch: 2);
        Assert.Equal("mutation of trial 0: x", run.Start()!.Reason);
        run.Report(1, 3.5, epoch: 3);
        Assert.Equal("mutation of trial 1: x", run.Start()!.Reason);
    }

    [Fact]
    public void Steps_are_local_as_often_as_asked_for()
    {
        var options = new LocalOptions { ProbabilityLocal = 0.3, RandomInitial = 1 };
        var run = new SearcherRun(new LocalSearcher(TestSpaces.Line, seed: 1, options: options), TestSpaces.Line).Complete(1001);
        var local = run.Suggestions.Count(suggestion => suggestion.Reason.StartsWith("mutation", StringComparison.Ordinal));
        Assert.InRange(Statistics.ChiSquarePValue([local, 1000 - local], [0.3, 0.7]), Statistics.Doubtful, 1);
    }

    [Theory]
    [InlineData(-0.1, 5)]
    [InlineData(1.1, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(0.5, -1)]
    public void Parameters_out_of_range_are_refused(double probability, int randomInitial)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LocalSearcher(
            TestSpaces.Line, options: new LocalOptions { ProbabilityLocal = probability, RandomInitial = randomInitial }));
    }

    protected override HpoSearcher Create(ConfigSpace space, IEnumerable<Configuration>? initial, long seed) => new LocalSearcher(space, initial, seed);
}
