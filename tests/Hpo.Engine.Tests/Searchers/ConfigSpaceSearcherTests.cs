using Hpo.Engine.Searchers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Searchers;

public class ConfigSpaceSearcherTests
{
    private static readonly ConfigSpace Six = new(("x", new RandInt(0, 6)));

    [Fact]
    public void In_a_finite_space_a_proposal_that_has_been_tried_is_not_taken()
    {
        var searcher = new Scripted(Six, [At(1)], (_, attempt) => At(attempt));
        Assert.Equal([1, 0, 2, 3, 4, 5], new SearcherRun(searcher, Six).Complete(10).Configurations.Select(configuration => configuration["x"].AsInteger()));
    }

    [Fact]
    public void In_a_continuous_space_any_proposal_is_taken()
    {
        var run = new SearcherRun(new Scripted(TestSpaces.Line, [], (_, _) => TestSpaces.At(0.5)), TestSpaces.Line).Complete(20);
        Assert.Equal(20, run.Suggestions.Count);
        Assert.Single(run.Configurations.Distinct());
    }

    [Fact]
    public void What_the_scheduler_has_started_of_its_own_accord_is_not_suggested_again()
    {
        var run = new SearcherRun(new Scripted(Six, [], (_, attempt) => At(attempt)), Six);
        run.StartInstead(At(1));
        Assert.Equal([2, 3, 4, 5], run.Complete(10).Configurations.Skip(1).Select(configuration => configuration["x"].AsInteger()));
    }

    [Fact]
    public void A_suggestion_that_was_never_started_is_not_made_again()
    {
        var searcher = new Scripted(Six, [], (_, attempt) => At(attempt));
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(trial => searcher.SampleConfiguration(trial)!.Configuration["x"].AsInteger()));
    }

    [Fact]
    public void A_searcher_that_runs_out_of_proposals_makes_no_suggestion()
    {
        Assert.Null(new Scripted(Six, [], (_, _) => null).SampleConfiguration(0));
    }

    [Fact]
    public void Initial_configurations_are_the_users_and_may_repeat()
    {
        var run = new SearcherRun(new Scripted(Six, [At(3), At(3)], (_, attempt) => At(attempt)), Six).Complete(20);
        Assert.Equal([3, 3, 0, 1, 2, 4, 5], run.Configurations.Select(configuration => configuration["x"].AsInteger()));
    }

    [Fact]
    public void When_proposals_repeat_each_configuration_is_still_found()
    {
        var space = new ConfigSpace(("x", new RandInt(0, 40)), ("y", new RandInt(0, 25)));
        var run = new SearcherRun(new Scripted(space, [], (_, _) => space.ConfigurationAt(0)), space).Complete(2000);
        Assert.Equal(1000, run.Configurations.Distinct().Count());
        Assert.Equal(1000, run.Suggestions.Count);
        // and not in their order: the first untried one from a random one on
        Assert.NotEqual(Enumerable.Range(0, 10).Select(i => space.ConfigurationAt(i)), run.Configurations.Take(10));
    }

    [Fact]
    public void Each_proposal_has_random_numbers_of_its_own()
    {
        var searcher = new Scripted(Six, [], (_, _) => null);
        double[] draws = [searcher.Draw(0, 0, "a"), searcher.Draw(0, 1, "a"), searcher.Draw(0, 2, "a"), searcher.Draw(1, 0, "a"), searcher.Draw(1, 1, "a"), searcher.Draw(0, 0, "b")];
        Assert.Equal(draws.Length, draws.Distinct().Count());
        Assert.Equal(draws[1], new Scripted(Six, [], (_, _) => null).Draw(0, 1, "a"));
    }

    private static Configuration At(int x) => new(("x", x));

    private sealed class Scripted(ConfigSpace space, IEnumerable<Configuration> initial, Func<int, int, Configuration?> propose)
        : ConfigSpaceSearcher(space, initial, 1)
    {
        public double Draw(int trialId, int attempt, string purpose) => RandomFor(trialId, attempt, purpose).NextDouble();

        protected override Suggestion? Propose(int trialId, int attempt) =>
            propose(trialId, attempt) is { } configuration ? new Suggestion(configuration, "scripted") : null;
    }
}
