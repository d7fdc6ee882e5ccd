using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class SubsetTests
{
    [Fact]
    public void All_are_chosen_when_there_is_room()
    {
        Assert.Equal(Enumerable.Range(0, 200), Subset.Choose(new double[200], 200));
    }

    [Fact]
    public void Of_many_the_best_are_chosen_and_others_from_everywhere()
    {
        double[] targets = [.. Enumerable.Range(0, 1000).Select(i => (double)((i * 7) % 1000))];
        var chosen = Subset.Choose(targets, 200);
        Assert.Equal(200, chosen.Distinct().Count());
        Assert.Equal(chosen.Order(), chosen);
        Assert.All(Enumerable.Range(0, 1000).Where(i => targets[i] < 100), i => Assert.Contains(i, chosen));
        Assert.InRange(chosen.Count(i => i < 500), 90, 110);
    }
}
