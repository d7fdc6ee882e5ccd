using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Log;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

public sealed class TimeLeftRulesTests
{
    private static readonly ComparisonSnapshot Running = ComparisonFold.Fold(
        [new(1, new ComparisonStarted(DateTimeOffset.UnixEpoch, Definition with { Repetitions = 10 }, "1", "here"))]);

    [Fact]
    public void Nothing_is_promised_before_every_method_has_finished_a_repetition()
    {
        Assert.Null(Estimate(Running));
        Assert.Null(Estimate(After(fast: 5, slow: 0)));
    }

    [Fact]
    public void What_is_left_of_a_method_costs_what_it_has_cost_so_far()
    {
        // 8 of the fast one at 1 s and 8 of the slow one at 10 s, on two threads
        Assert.Equal(TimeSpan.FromSeconds(44), Estimate(After(fast: 2, slow: 2)));
        // the last one cannot be shared
        Assert.Equal(TimeSpan.FromSeconds(10), Estimate(After(fast: 10, slow: 9)));
    }

    [Fact]
    public void Time_that_passes_without_a_result_is_taken_off()
    {
        Assert.Equal(TimeSpan.FromSeconds(41), Estimate(After(2, 2), sinceLastResult: 3));
        Assert.Equal(TimeSpan.Zero, Estimate(After(2, 2), sinceLastResult: 1000));
    }

    [Fact]
    public void A_comparison_that_has_ended_has_no_time_left() =>
        Assert.Null(Estimate(After(2, 2) with { Status = ComparisonStatus.Ended }));

    [Fact]
    public void A_race_goes_on_as_fast_as_it_has_so_far()
    {
        var race = ComparisonFold.Fold(
            [new(1, new ComparisonStarted(DateTimeOffset.UnixEpoch, Race with { Repetitions = 2, Budget = new(Trials: 10, Epochs: 40) }, "1", "here"))]);
        LaneProgress quick = new(new(0, 0, 0), 20, Trials: 5, Epochs: 10, []), slow = new(new(0, 1, 0), 20, Trials: 2, Epochs: 10, []);

        // the quick one has done half, the slow one a quarter; the second repetition will take 80 s again
        Assert.Equal(TimeSpan.FromSeconds(60 + 80), TimeLeftRules.EstimateRace(race, [quick, slow], TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromSeconds(50 + 80), TimeLeftRules.EstimateRace(race, [quick, slow], TimeSpan.FromSeconds(10)));
        Assert.Null(TimeLeftRules.EstimateRace(race, [], TimeSpan.Zero));
        Assert.Null(TimeLeftRules.EstimateRace(race, [quick, slow with { Trials = 0, Epochs = 0 }], TimeSpan.Zero));
        Assert.Null(TimeLeftRules.EstimateRace(race with { Status = ComparisonStatus.Ended }, [quick, slow], TimeSpan.Zero));
    }

    private static TimeSpan? Estimate(ComparisonSnapshot comparison, double sinceLastResult = 0) =>
        TimeLeftRules.Estimate(comparison, threads: 2, TimeSpan.FromSeconds(sinceLastResult));

    private static ComparisonSnapshot After(int fast, int slow)
    {
        (int Method, double Seconds)[] finished = [.. Enumerable.Repeat((0, 1.0), fast), .. Enumerable.Repeat((1, 10.0), slow)];
        return Running.Apply(finished.Select((one, i) => new LoggedEvent<ComparisonEvent>(i + 2, new RepetitionFinished(Result(one.Method, i), one.Seconds))));
    }
}
