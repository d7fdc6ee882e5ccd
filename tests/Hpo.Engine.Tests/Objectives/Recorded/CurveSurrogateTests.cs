using Hpo.Engine.Objectives.Recorded;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tests.Objectives.Recorded;

public class CurveSurrogateTests
{
    private static readonly CurveSurrogate Surrogate = MadeUpTable.Create().Surrogate;

    [Fact]
    public void What_is_expected_is_near_the_truth_between_the_recorded_configurations()
    {
        foreach (var configuration in Configurations(100).Where(configuration => !MadeUpTable.Collapses(configuration) && !IsNearCliff(configuration)))
        {
            var curve = Surrogate.Expect(configuration);
            Assert.All(Enumerable.Range(1, MadeUpTable.Epochs), epoch => Assert.InRange(curve.After(epoch) / MadeUpTable.Error(configuration, epoch), 0.85, 1.15));
            Assert.InRange(curve.EpochTime.TotalSeconds / MadeUpTable.Seconds(configuration), 0.9, 1.1);
        }
    }

    [Fact]
    public void Beyond_the_cliff_a_training_collapses_and_there_is_nothing_in_between()
    {
        foreach (var configuration in Configurations(100))
        {
            var last = Surrogate.Expect(configuration).Errors[^1];
            if (!IsNearCliff(configuration))
                Assert.Equal(MadeUpTable.Collapses(configuration), last == 0.9);
            Assert.True(last is < 0.3 or 0.9);
        }
    }

    [Fact]
    public void Errors_are_shares_and_times_above_zero_whatever_the_seed()
    {
        foreach (var (i, configuration) in Configurations(200).Index())
        {
            var curve = Surrogate.Draw(configuration, RandomStream.Derive(i, 0, "test"));
            Assert.Equal(MadeUpTable.Epochs, curve.Errors.Length);
            Assert.All(curve.Errors, error => Assert.InRange(error, 0, 1));
            Assert.True(curve.EpochTime > TimeSpan.Zero);
        }
    }

    [Fact]
    public void Seeds_differ_as_much_as_the_replicates_do_and_throughout_the_curve()
    {
        var curves = Enumerable.Range(0, 400).Select(seed => Surrogate.Draw(MadeUpTable.Default, RandomStream.Derive(seed, 0, "test"))).ToList();
        var expected = Surrogate.Expect(MadeUpTable.Default);
        double[] first = [.. curves.Select(curve => Math.Log(curve.After(1) / expected.After(1)))];
        double[] last = [.. curves.Select(curve => Math.Log(curve.After(6) / expected.After(6)))];

        Assert.InRange(first.Average(), -0.02, 0.02);
        Assert.InRange(Math.Sqrt(last.Average(value => value * value)), 0.7 * MadeUpTable.Noise, 1.3 * MadeUpTable.Noise);
        // the same luck in all epochs, as in the table
        Assert.True(RankCorrelation.Of(first, last) > 0.9);
    }

    [Fact]
    public void One_bad_training_does_not_mislead_about_its_neighbours()
    {
        var curves = MadeUpTable.Curves(60, 0, 1, 0).ToList();
        var bad = curves.FindIndex(10, curve => !IsNearCliff(curve.Configuration) && !MadeUpTable.Collapses(curve.Configuration));
        curves[bad] = curves[bad] with { Errors = [0.8, 0.7, 0.6, 0.5, 0.5, 0.5] };
        var configuration = curves[bad].Configuration;
        var curve = new CurveSurrogate(MadeUpTable.Description, curves).Expect(configuration);
        Assert.InRange(curve.Errors[^1] / MadeUpTable.Error(configuration, MadeUpTable.Epochs), 0.9, 1.25);
    }

    [Fact]
    public void A_bad_seed_stays_as_rare_and_as_bad_as_it_was()
    {
        // one training in thirty is three times as bad as its twins, at the end
        var curves = MadeUpTable.Curves(60, 30, 3, 0.01)
            .Select((curve, i) => i % 30 == 7 ? curve with { Errors = [.. curve.Errors.SkipLast(1), 3 * curve.Errors[^1]] } : curve)
            .Where(curve => curve.Errors[^1] != 0.9 && curve.Errors[^1] < 0.85);
        var surrogate = new CurveSurrogate(MadeUpTable.Description, curves);
        var expected = surrogate.Expect(MadeUpTable.Default).Errors[^1];
        var last = Enumerable.Range(0, 1000)
            .Select(seed => surrogate.Draw(MadeUpTable.Default, RandomStream.Derive(seed, 0, "test")).Errors[^1] / expected).ToList();
        Assert.InRange(last.Count(error => error > 2), 5, 90);
        Assert.DoesNotContain(last, error => error is > 1.2 and < 2 or < 0.8);
    }

    [Fact]
    public void Without_replicates_no_noise_is_known_and_none_is_added()
    {
        var surrogate = MadeUpTable.Create(repeated: 0).Surrogate;
        Assert.Equal(surrogate.Expect(MadeUpTable.Default).Errors, surrogate.Draw(MadeUpTable.Default, new RandomStream(1)).Errors);
    }

    [Fact]
    public void At_the_cliff_it_depends_on_the_seed_whether_a_training_collapses()
    {
        var onTheEdge = Enumerable.Range(0, 50).Select(i => MadeUpTable.Of(0.4 + (0.2 * i / 50), 128)).Select(configuration =>
            Enumerable.Range(0, 40).Count(seed => Surrogate.Draw(configuration, RandomStream.Derive(seed, 0, "test")).Errors[^1] == 0.9)).ToList();
        Assert.Contains(onTheEdge, collapsed => collapsed is > 5 and < 35);
    }

    [Fact]
    public void A_training_that_diverged_makes_its_neighbours_diverge()
    {
        var curves = MadeUpTable.Curves(60, 0, 1, 0)
            .Select(curve => MadeUpTable.Collapses(curve.Configuration) ? curve with { Errors = [0.7, double.NaN], Seconds = [1, 1] } : curve);
        var curve = new CurveSurrogate(MadeUpTable.Description, curves).Expect(MadeUpTable.Of(0.9, 100));
        Assert.Equal([0.7, double.NaN], curve.Errors);
        Assert.Equal(double.NaN, curve.After(6));
    }

    private static bool IsNearCliff(Configuration configuration) =>
        Math.Abs(Math.Log10(configuration["learning_rate"].AsReal() / MadeUpTable.Cliff)) < 0.15;

    private static List<Configuration> Configurations(int count)
    {
        var random = new RandomStream(7);
        return [.. Enumerable.Range(0, count).Select(_ => MadeUpTable.Space.Sample(random))];
    }
}
