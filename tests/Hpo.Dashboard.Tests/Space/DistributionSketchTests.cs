using Hpo.Dashboard.Models.Space;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Tests.Space;

public sealed class DistributionSketchTests
{
    private static double At(DistributionSketch sketch, string label) => Assert.Single(sketch.Ticks, tick => tick.Label == label).Position;

    [Fact]
    public void A_log_domain_stands_on_a_log_axis()
    {
        var sketch = DistributionSketch.Of(new LogUniform(0.01, 1), 0.1);

        Assert.Equal(0, At(sketch, "0.01"), 9);
        Assert.Equal(0.5, At(sketch, "0.1"), 9);
        Assert.Equal(1, At(sketch, "1"), 9);
        Assert.Equal(0.5, sketch.Initial!.Value, 9);
        Assert.Equal("Values from 0.01 to 1 on a log scale: every factor of ten is equally likely. Initial value 0.1.", sketch.Description);
    }

    [Fact]
    public void A_reverse_log_domain_is_stretched_towards_one()
    {
        var sketch = DistributionSketch.Of(new ReverseLogUniform(0.9, 0.999), 0.99);

        Assert.Equal(0.5, At(sketch, "0.99"), 9);
        Assert.Equal(0.5, sketch.Initial!.Value, 9);
    }

    [Fact]
    public void A_continuous_domain_shows_a_sample_that_fills_its_axis_and_is_always_the_same()
    {
        var sketch = DistributionSketch.Of(new LogUniform(1e-6, 1), null);

        Assert.All(sketch.Draws, draw => Assert.InRange(draw, 0, 1));
        Assert.InRange(sketch.Draws.Average(), 0.35, 0.65);
        Assert.True(sketch.Draws.SequenceEqual(DistributionSketch.Of(new LogUniform(1e-6, 1), null).Draws));
        Assert.False(sketch.Draws.SequenceEqual(DistributionSketch.Of(new LogUniform(1e-6, 1), null, seed: 1).Draws));
    }

    [Fact]
    public void A_few_integers_have_a_bar_each_and_the_last_is_the_largest_that_is_drawn()
    {
        var sketch = DistributionSketch.Of(new RandInt(1, 5), 4);

        Assert.Equal(4, sketch.Bars.Length);
        Assert.Empty(sketch.Draws);
        Assert.Equal(0.875, At(sketch, "4"), 9);
        Assert.Equal(0.875, sketch.Initial!.Value, 9);
        Assert.DoesNotContain(sketch.Ticks, tick => tick.Label == "5");
    }

    [Fact]
    public void Bars_of_integers_on_a_log_scale_are_as_wide_as_they_are_probable()
    {
        var domain = new LogRandInt(1, 9);

        var bars = DistributionSketch.Of(domain, 1).Bars;

        Assert.Equal(8, bars.Length);
        Assert.Equal(Math.Log(1.5 / 0.5) / Math.Log(2.5 / 1.5), bars[0].Width / bars[1].Width, 6);
    }

    [Fact]
    public void Categories_have_a_bar_each_and_are_named()
    {
        var sketch = DistributionSketch.Of(new Choice("relu", "tanh"), "tanh");

        Assert.Equal(2, sketch.Bars.Length);
        Assert.Equal(["relu", "tanh"], sketch.Ticks.Select(tick => tick.Label));
        Assert.Equal(0.75, sketch.Initial!.Value, 9);
        Assert.Equal("One of these values, each equally likely: relu, tanh. Initial value tanh.", sketch.Description);
    }

    public static TheoryData<Domain> Extremes => new(
        new Uniform(-1e308, 1e308), new Uniform(0, 1e-300), new LogUniform(1e-300, 1e300), new LogUniform(1e-9, 1.0000001e-9), new ReverseLogUniform(0, 0.9999999999),
        new RandInt(-1L << 49, 1L << 49), new RandInt(5, 6), new LogRandInt(1, 2), new LogRandInt(1, 1_000_000_000_000),
        new Uniform(0, 1, 1e-9), new Uniform(0, 1, 0.3), new RandInt(0, 10, 3), new Constant(""), new Choice([.. Enumerable.Range(0, 1000).Select(i => (ParameterValue)i)]));

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Every_sound_domain_can_be_drawn(Domain domain)
    {
        Assert.Empty(domain.Problems());

        var sketch = DistributionSketch.Of(domain, domain.Decode(0.7));

        Assert.NotEmpty(sketch.Bars);
        Assert.InRange(sketch.Ticks.Length, 0, 200);
        Assert.All(sketch.Bars, bar => Assert.True(bar.Start >= -1e-9 && bar.Width > 0 && bar.Start + bar.Width <= 1 + 1e-9));
        Assert.All(sketch.Draws.Concat(sketch.Ticks.Select(tick => tick.Position)), position => Assert.InRange(position, -1e-6, 1 + 1e-6));
        Assert.NotEmpty(sketch.Description);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.05, "0.05")]
    [InlineData(12345, "12345")]
    [InlineData(1e-5, "1e-5")]
    [InlineData(2500000, "2.5e6")]
    [InlineData(-0.5, "-0.5")]
    public void Labels_are_short(double number, string label) => Assert.Equal(label, SketchAxis.Show(number));
}
