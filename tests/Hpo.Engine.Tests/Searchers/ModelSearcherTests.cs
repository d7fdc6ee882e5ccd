using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;

namespace Hpo.Engine.Tests.Searchers;

public class ModelSearcherTests
{
    private const int Startup = 3;

    [Fact]
    public void It_starts_at_random_until_enough_trials_have_reported()
    {
        var run = Run(new Probe(TestSpaces.Line, [TestSpaces.At(0.5)])).Complete(5);
        Assert.Equal(
            ["initial configuration 1 of 1", "random start-up 2 of 3", "random start-up 3 of 3", "model: 3 errors, 0 pending, 0 failed", "model: 4 errors, 0 pending, 0 failed"],
            run.Suggestions.Select(suggestion => suggestion.Reason));
    }

    [Fact]
    public void No_silent_fall_back_to_random()
    {
        var run = Run(new Probe(TestSpaces.Line));
        for (var trial = 0; trial < 5; trial++)
            run.Start();
        run.Report(0, 1);
        run.Report(4, 2);
        run.Fail(1, TrialStatus.Failed);
        Assert.Equal("random, because fewer than 3 trials have reported", run.Start()!.Reason);
        run.Report(3, 2);
        Assert.Equal("model: 3 errors, 2 pending, 1 failed", run.Start()!.Reason);
    }

    [Fact]
    public void Pairs_are_not_mixed_up_when_trials_finish_out_of_order()
    {
        var searcher = new Probe(TestSpaces.Line);
        var run = Run(searcher);
        for (var trial = 0; trial < 4; trial++)
            run.Start();
        foreach (var trial in new[] { 3, 1, 2, 0 })
            run.Report(trial, trial / 10.0);
        run.Start();
        Assert.Equal(
            run.Suggestions.Take(4).Select((suggestion, trial) => (trial, suggestion.Configuration.X(), trial / 10.0)),
            searcher.Seen.Select(observation => (observation.TrialId, observation.Point[0], observation.Error)));
    }

    [Fact]
    public void The_model_is_made_of_the_errors_after_the_most_epochs_that_enough_trials_have_reached()
    {
        var searcher = new Probe(TestSpaces.Line);
        var run = Run(searcher);
        for (var trial = 0; trial < 5; trial++)
        {
            run.Start();
            for (var epoch = 1; epoch <= trial + 1; epoch++)
                run.Report(trial, epoch, epoch, maxEpochs: 5);
        }

        run.Start();
        Assert.Equal([(2, 3), (3, 3), (4, 3)], searcher.Seen.Select(observation => (observation.TrialId, observation.Error)));
    }

    [Fact]
    public void A_model_that_proposes_what_has_been_tried_is_asked_again_and_then_overruled_in_words()
    {
        var space = new ConfigSpace(("x", new RandInt(0, 6)));
        var searcher = new Probe(space, proposal: _ => new Configuration(("x", 4)));
        var run = new SearcherRun(searcher, space).Complete(10);
        Assert.Equal(6, run.Configurations.Distinct().Count());
        Assert.Equal(6, run.Suggestions.Count);
        Assert.Equal("drawn at random from what is untried, because what the searcher proposed had been tried", run.Suggestions[^1].Reason);
        Assert.Equal([.. Enumerable.Range(0, 10)], searcher.Attempts.TakeLast(10));
    }

    [Fact]
    public void A_space_with_nothing_to_choose_needs_no_model()
    {
        var space = new ConfigSpace(("x", new Constant(1)));
        var configuration = space.ConfigurationAt(0);
        var run = new SearcherRun(new Probe(space, [configuration, configuration, configuration, configuration]), space).Complete(10);
        Assert.Equal(4, run.Suggestions.Count);
    }

    [Fact]
    public void At_least_one_trial_has_to_report_first()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Probe(TestSpaces.Line, startupTrials: 0));
    }

    private static SearcherRun Run(HpoSearcher searcher) => new(searcher, TestSpaces.Line);

    /// <summary>A model that says what it was given.</summary>
    private sealed class Probe(
        ConfigSpace space, IEnumerable<Configuration>? initial = null, int startupTrials = Startup, Func<int, Configuration>? proposal = null)
        : ModelSearcher(space, initial, 1, startupTrials)
    {
        public IList<Observation> Seen { get; private set; } = [];

        public List<int> Attempts { get; } = [];

        protected override Suggestion ProposeFromModel(int trialId, int attempt, IList<Observation> observations)
        {
            Seen = observations;
            Attempts.Add(attempt);
            return new Suggestion(
                proposal?.Invoke(attempt) ?? Space.Sample(RandomFor(trialId, attempt, "test")),
                $"model: {observations.Count} errors, {History.Pending.Count} pending, {History.Failed.Count} failed");
        }
    }
}
