using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Invariant 1: the same seed and the same completion order give the same suggestions, whatever the number of workers.</summary>
public class ReproducibilityTests
{
    private const int Trials = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public void Random_search_suggests_the_same_with_any_number_of_workers_in_any_completion_order(int workers)
    {
        var expected = Enumerable.Range(0, Trials).Select(trial => new RandomSearcher(TestSpaces.Line, TestSpaces.At(0.5), 7).SampleConfiguration(trial)!.Configuration);
        foreach (var order in new long[] { 1, 2 })
            Assert.Equal(expected, Suggestions(new RandomSearcher(TestSpaces.Line, TestSpaces.At(0.5), 7), workers, order));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public void A_searcher_that_learns_suggests_the_same_in_the_same_completion_order(int workers)
    {
        Assert.Equal(Suggestions(new RecordingSearcher(), workers, order: 1), Suggestions(new RecordingSearcher(), workers, order: 1));
    }

    [Fact]
    public void A_searcher_that_learns_may_suggest_something_else_in_another_completion_order()
    {
        // otherwise the test above proves nothing
        Assert.NotEqual(Suggestions(new RecordingSearcher(), 4, order: 1), Suggestions(new RecordingSearcher(), 4, order: 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public void The_seeds_of_the_evaluations_do_not_depend_on_the_workers(int workers)
    {
        var objective = new ScriptedObjective();
        var run = TunerRun.Start(new RandomSearcher(TestSpaces.Line), objective, Trials, new TunerOptions { Workers = workers, Seed = 3 });
        CompleteInOrder(run, objective, workers, order: 1);
        var seeds = objective.Requests.OrderBy(request => request.TrialId).Select(request => request.Seed).ToList();
        Assert.Equal(Enumerable.Range(0, Trials).Select(trial => RandomStream.DeriveSeed(3, trial, "evaluation")), seeds);
        Assert.Equal(Trials, seeds.Distinct().Count());
    }

    private static List<Configuration> Suggestions(HpoSearcher searcher, int workers, long order)
    {
        var objective = new ScriptedObjective();
        var run = TunerRun.Start(searcher, objective, Trials, new TunerOptions { Workers = workers });
        CompleteInOrder(run, objective, workers, order);
        return [.. run.Events.Of<TrialStarted>().OrderBy(start => start.TrialId).Select(start => start.Configuration)];
    }

    /// <summary>Completes the running trials one after the other, each time one chosen by a seed, once all workers are busy again.</summary>
    private static void CompleteInOrder(TunerRun run, ScriptedObjective objective, int workers, long order)
    {
        var random = new RandomStream(order);
        var running = new List<int>();
        for (var completed = 0; completed < Trials; completed++)
        {
            while (running.Count < Math.Min(workers, Trials - completed))
                running.Add(completed + running.Count);
            running.ForEach(trial => objective.AwaitAsking(trial));
            var next = running[random.Next(running.Count)];
            running.Remove(next);
            objective.Answer(next, next / 100.0);
            run.Events.AwaitCount<TrialEnded>(completed + 1);
        }

        run.Finish();
    }
}
