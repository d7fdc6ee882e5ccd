using Hpo.Engine.Objectives.Recorded;
using Hpo.Training.Recordings;

namespace Hpo.Training.Tests.Recordings;

public class RecordedTablesTests
{
    private static readonly Dictionary<string, Func<LearningCurveTable>> Tables = new()
    {
        ["lenet"] = () => RecordedTables.LeNet,
        ["dropout-mlp"] = () => RecordedTables.DropoutMlp,
    };

    public static TheoryData<string> Keys => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_is_shipped_was_planned_and_says_where_it_comes_from(string key)
    {
        var recording = RecordedTables.Read(key);
        var plan = recording.Plan.Runs().ToDictionary(run => (run.Index, run.Replicate));
        Assert.Equal(key, recording.Plan.Objective);
        Assert.All(recording.Runs, run => Assert.Equal(plan[(run.Index, run.Replicate)], new PlannedRun(run.Index, run.Replicate, run.Configuration, run.Seed)));
        Assert.Equal(recording.Runs.Count, recording.Runs.DistinctBy(run => (run.Index, run.Replicate)).Count());
        Assert.NotEmpty(recording.Origins);
        Assert.All(recording.Origins, origin =>
        {
            Assert.NotEqual("unknown", origin.Machine);
            Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", origin.Date);
            Assert.NotEqual("unknown", origin.Version);
            Assert.Contains($"record --objective {key}", origin.Command, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_error_is_a_share_of_ten_thousand_images_and_every_epoch_took_some_time(string key) => Assert.All(RecordedTables.Read(key).Runs, run =>
    {
        Assert.True(run.Errors.Count == RecordedTables.Read(key).Plan.Epochs || run.Errors[^1] is null);
        Assert.All(run.Errors.OfType<double>(), error => Assert.Equal(Math.Clamp(Math.Round(error, 4), 0, 1), error));
        Assert.All(run.Seconds, seconds => Assert.InRange(seconds, 0.01, 600));
    });

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_table_is_read_once_and_describes_what_was_recorded(string key)
    {
        var (table, recording) = (Tables[key](), RecordedTables.Read(key));
        Assert.Same(table, Tables[key]());
        var (plan, origin, description) = (recording.Plan, recording.Origins[^1], table.Description);
        Assert.Equal((plan.Space, plan.Default, plan.Epochs), (description.Space, description.Default, description.Epochs));
        Assert.Equal((origin.Machine, origin.Date, recording.Runs.Count), (description.Machine, description.Date, table.Curves.Count));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Chance_level_is_where_trainings_collapse_to_and_the_default_learns(string key)
    {
        var curves = Tables[key]().Curves;
        Assert.InRange(curves[0].Errors[^1], 0, 0.2);
        // a training that is merely at its worst may end anywhere
        var high = curves.Select(curve => curve.Errors[^1]).Where(error => error > 0.85).ToList();
        Assert.True(2 * high.Count(error => Math.Abs(error - RecordedTables.ChanceLevel) < 0.005) >= high.Count);
    }
}
