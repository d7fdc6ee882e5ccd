using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Schedulers;

public class ExplorationTests
{
    public static TheoryData<string> Domains => SoundDomains.Names;

    [Fact]
    public void A_number_is_changed_by_a_factor_and_kept_inside_its_range()
    {
        Assert.Equal((0.12, "× 1.2"), Perturb(new LogUniform(0.01, 1), 0.1, 1.2));
        Assert.Equal((0.08, "× 0.8"), Perturb(new LogUniform(0.01, 1), 0.1, 0.8));
        Assert.Equal(1.0, Perturb(new LogUniform(0.01, 1), 0.9, 1.2).Value);
        Assert.Equal(-0.6, Perturb(new Uniform(-1, 1), -0.5, 1.2).Value);
    }

    [Fact]
    public void On_a_reverse_log_scale_it_is_the_distance_to_one_that_is_changed()
    {
        Assert.Equal(0.92, Perturb(new ReverseLogUniform(0.5, 0.999), 0.9, 0.8).Value, 1e-12);
        Assert.Equal(0.5, Perturb(new ReverseLogUniform(0.5, 0.999), 0.5, 1.2).Value);
    }

    [Theory]
    [InlineData(100, 1.2, 120)]
    [InlineData(100, 0.8, 80)]
    [InlineData(33, 1.2, 40)]
    [InlineData(2, 1.2, 3)]
    [InlineData(2, 0.8, 1)]
    [InlineData(1, 0.8, 1)]
    [InlineData(250, 1.2, 255)]
    public void An_integer_is_changed_by_the_factor_and_by_one_at_least(int number, double factor, int expected)
    {
        Assert.Equal(expected, (int)Exploration.Perturb(new RandInt(1, 256), number, factor).Value.AsInteger());
        Assert.Equal(expected, (int)Exploration.Perturb(new LogRandInt(1, 256), number, factor).Value.AsInteger());
    }

    [Fact]
    public void A_number_with_steps_stays_on_its_grid()
    {
        Assert.Equal(0.75, Perturb(new Uniform(0, 2, 0.25), 0.5, 1.2).Value);
        Assert.Equal(1.25, Perturb(new Uniform(0, 2, 0.25), 1.5, 0.8).Value);
        Assert.Equal(160, Perturb(new RandInt(16, 513, 16), 128, 1.2).Value);
    }

    [Fact]
    public void An_ordinal_moves_to_a_neighbour_and_a_category_stays()
    {
        var sizes = new Ordinal("small", "medium", "large");
        Assert.Equal("large", Exploration.Perturb(sizes, "medium", 1.2).Value);
        Assert.Equal("small", Exploration.Perturb(sizes, "medium", 0.8).Value);
        Assert.Equal("large", Exploration.Perturb(sizes, "large", 1.2).Value);
        Assert.Equal("relu", Exploration.Perturb(new Choice("relu", "tanh"), "relu", 1.2).Value);
        Assert.Equal(3, Exploration.Perturb(new Constant(3), 3, 1.2).Value);
    }

    [Fact]
    public void With_certainty_of_resampling_every_value_is_drawn_anew()
    {
        var space = new ConfigSpace(("x", new Uniform(0, 1)), ("activation", new Choice("relu", "tanh", "elu")));
        var parent = new Configuration(("x", 0.5), ("activation", "relu"));
        var drawn = Enumerable.Range(0, 60).Select(trial => Exploration.Explore(space, parent, RandomStream.Derive(1, trial, "test"), 1).Configuration).ToList();
        Assert.Equal(3, drawn.Select(configuration => configuration["activation"]).Distinct().Count());
        Assert.Equal(60, drawn.Select(configuration => configuration["x"]).Distinct().Count());
    }

    [Theory, MemberData(nameof(Domains))]
    public void It_never_leaves_a_domain(string name)
    {
        var space = new ConfigSpace(("x", SoundDomains.Named(name)));
        for (var trial = 0; trial < 100; trial++)
        {
            var configuration = space.Sample(RandomStream.Derive(2, trial, "parent"));
            for (var generation = 0; generation < 5; generation++)
            {
                configuration = Exploration.Explore(space, configuration, RandomStream.Derive(generation, trial, "child"), 0.1).Configuration;
                Assert.Empty(space.Check(configuration));
            }
        }
    }

    private static (double Value, string Change) Perturb(Domain domain, double value, double factor)
    {
        var (perturbed, change) = Exploration.Perturb(domain, value, factor);
        return (Math.Round(perturbed.AsReal(), 12), change);
    }
}
