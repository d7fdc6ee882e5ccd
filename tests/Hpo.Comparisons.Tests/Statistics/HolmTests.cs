using Hpo.Comparisons.Statistics;
using Hpo.Engine.Randomness;

namespace Hpo.Comparisons.Tests.Statistics;

public class HolmTests
{
    [Fact]
    public void The_smallest_is_multiplied_by_all_the_next_by_one_less() =>
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        AssertClose([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]));

    [Fact]
    public void An_adjusted_value_is_never_below_that_of_a_smaller_one_and_never_above_1() =>
        // 3·0.02 = 0.06; 2·0.025 = 0.05, raised to 0.06; 1·0.9
        AssertClose([0.9, 0.06, 0.06], Holm.Adjust([0.9, 0.025, 0.02]));

    [Fact]
    public void Large_ones_are_capped() => AssertClose([1, 1, 1], Holm.Adjust([0.5, 0.6, 1]));

    [Fact]
    public void One_test_needs_no_correction_and_none_gives_none()
    {
        Assert.Equal([0.04], Holm.Adjust([0.04]));
        Assert.Empty(Holm.Adjust([]));
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Holm.Adjust([0.5, double.NaN]));
        Assert.Throws<ArgumentException>(() => Holm.Adjust([1.5]));
    }

    [Fact]
    public void It_rejects_what_stepping_down_rejects()
    {
        // the procedure as Holm wrote it: go up from the smallest while p ≤ level / (m − step)
        var stream = new RandomStream(8);
        for (var round = 0; round < 300; round++)
        {
            double[] pValues = [.. Enumerable.Range(0, 1 + round % 8).Select(_ => 0.1 * stream.NextDouble())];
            var adjusted = Holm.Adjust(pValues);
            var order = Enumerable.Range(0, pValues.Length).OrderBy(i => pValues[i]).ToList();
            var rejected = order.TakeWhile(i => pValues[i] <= 0.05 / (pValues.Length - order.IndexOf(i))).ToHashSet();
            Assert.All(order, i => Assert.Equal(rejected.Contains(i), adjusted[i] <= 0.05));
        }
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
