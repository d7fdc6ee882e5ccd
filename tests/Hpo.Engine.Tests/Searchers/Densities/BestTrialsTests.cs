using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Densities;

namespace Hpo.Engine.Tests.Searchers.Densities;

public class BestTrialsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    public void The_best_are_those_of_a_full_sort_and_of_equal_ones_the_earlier(int count)
    {
        var random = RandomStream.Derive(1, 0, "errors");
        Observation[] observations = [.. Enumerable.Range(0, 60).Select(trial => new Observation(trial, [], random.Next(10)))];
        Assert.Equal(
            observations.OrderBy(one => one.Error).ThenBy(one => one.TrialId).Take(count).Select(one => one.TrialId),
            BestTrials.Of(observations, count));
    }
}
