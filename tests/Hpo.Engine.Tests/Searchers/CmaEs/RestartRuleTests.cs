using Hpo.Engine.Searchers.CmaEs;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class RestartRuleTests
{
    [Fact]
    public void A_run_whose_best_error_stays_the_same_ends_when_patience_is_over()
    {
        var rule = new RestartRule(dimensions: 2, population: 6);
        Assert.Equal(20, rule.Patience);
        Assert.Null(rule.Check(Generation(0.5), null));
        for (var generation = 1; generation < rule.Patience; generation++)
            Assert.Null(rule.Check(Generation(0.5 + generation), null));
        Assert.Equal("the best error had not improved for 20 generations", rule.Check(Generation(0.5), null));
    }

    [Fact]
    public void An_improvement_gives_new_patience()
    {
        var rule = new RestartRule(2, 6);
        for (var generation = 0; generation < 100; generation++)
            Assert.Null(rule.Check(Generation(generation % 19 == 0 ? -generation : 0), null));
    }

    [Fact]
    public void An_error_after_more_epochs_is_an_improvement_whatever_it_is()
    {
        var rule = new RestartRule(2, 6);
        Assert.Null(rule.Check(Generation(0.5), null));
        for (var generation = 1; generation < rule.Patience; generation++)
            Assert.Null(rule.Check(Generation(1), null));
        Assert.Null(rule.Check(Generation(0.9, epochs: 9), null));
    }

    [Fact]
    public void A_generation_of_failures_ends_the_run()
    {
        Assert.Equal("all trials of a generation failed", new RestartRule(2, 6).Check([Member.OfFailed(0, [0.5, 0.5], true)], null));
    }

    private static Member[] Generation(double error, int epochs = 1) => [new(0, [0.5, 0.5], true, epochs, error), Member.OfFailed(1, [0.5, 0.5], true)];
}
