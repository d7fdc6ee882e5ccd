using Hpo.Training.Recordings;

namespace Hpo.Training.Tests.Recordings;

public class RecordingPlanTests
{
    private static readonly RecordingPlan Plan = RecordingPlan.For("fake", new FakeTraining(), configurations: 20, repeatedConfigurations: 5, replicates: 3, epochs: 4);

    [Fact]
    public void A_plan_is_the_same_every_time() => Assert.Equal(Plan.Runs(), Plan.Runs());

    [Fact]
    public void It_trains_each_configuration_once_and_then_the_first_ones_again()
    {
        var runs = Plan.Runs().ToList();
        Assert.Equal(
            [.. First(20, replicate: 0), .. First(5, replicate: 1), .. First(5, replicate: 2)],
            runs.Select(run => (run.Index, run.Replicate)));
        Assert.All(runs, run => Assert.Equal(runs[run.Index].Configuration, run.Configuration));
        Assert.Equal(20, runs.Select(run => run.Configuration).Distinct().Count());

        static IEnumerable<(int Index, int Replicate)> First(int count, int replicate) => Enumerable.Range(0, count).Select(index => (index, replicate));
    }

    [Fact]
    public void Every_training_has_a_seed_of_its_own() => Assert.Equal(30, Plan.Runs().Select(run => run.Seed).Distinct().Count());

    [Fact]
    public void It_begins_with_the_default_and_covers_the_space_evenly()
    {
        var configurations = Plan.Runs().Take(17).Select(run => run.Configuration).ToList();
        Assert.Equal(Plan.Default, configurations[0]);
        // 16 points of a Sobol sequence: one in each sixteenth of either axis
        var points = configurations.Skip(1).Select(configuration => Plan.Space.Encode(configuration)).ToList();
        Assert.Equal(Enumerable.Range(0, 16), points.Select(point => (int)(point[0] * 16)).Order());
    }

    [Fact]
    public void A_longer_plan_begins_like_a_shorter_one()
    {
        var longer = Plan with { Configurations = 40, RepeatedConfigurations = 10, Replicates = 4, Epochs = 8 };
        var runs = longer.Runs().ToDictionary(run => (run.Index, run.Replicate));
        Assert.All(Plan.Runs(), run => Assert.Equal(run, runs[(run.Index, run.Replicate)]));
    }

    [Fact]
    public void Another_seed_is_another_plan() => Assert.NotEqual(Plan.Runs().Skip(1), (Plan with { Seed = 1 }).Runs().Skip(1));
}
