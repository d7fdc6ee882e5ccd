using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;

namespace Hpo.Engine.Tests.Searchers;

public class MutationTests
{
    [Fact]
    public void Each_hyperparameter_with_a_choice_is_as_likely_as_the_others()
    {
        var space = new ConfigSpace(
            ("a", new Uniform(0, 1)), ("constant", new Constant(3)), ("b", new Choice("x", "y")), ("one", new RandInt(7, 8)), ("c", new LogRandInt(1, 3)));
        var mutation = new Mutation(space);
        var parent = space.Sample(new RandomStream(1));
        var random = new RandomStream(2);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 3000; i++)
        {
            var (mutant, name) = mutation.Apply(parent, random);
            Assert.Empty(space.Check(mutant));
            Assert.Equal(parent, mutant.With(name, parent[name]));
            Assert.NotEqual(parent, mutant);
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        Assert.InRange(Statistics.ChiSquarePValue([counts["a"], counts["b"], counts["c"]], [1 / 3.0, 1 / 3.0, 1 / 3.0]), Statistics.Doubtful, 1);
    }

    [Fact]
    public void The_new_value_is_drawn_from_the_whole_domain_but_the_old_value()
    {
        var space = new ConfigSpace(("x", new RandInt(0, 5)));
        var mutation = new Mutation(space);
        var random = new RandomStream(2);
        var counts = new int[5];
        for (var i = 0; i < 2000; i++)
            counts[mutation.Apply(new Configuration(("x", 2)), random).Mutant["x"].AsInteger()]++;
        Assert.Equal(0, counts[2]);
        Assert.InRange(Statistics.ChiSquarePValue([counts[0], counts[1], counts[3], counts[4]], [0.25, 0.25, 0.25, 0.25]), Statistics.Doubtful, 1);
    }
}
