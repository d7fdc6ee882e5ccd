using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>The books of the chapter's tuner.</summary>
public class BookkeepingTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Before_a_run_the_books_are_empty()
    {
        var tuner = Tuner([]);
        Assert.Null(tuner.Incumbent);
        Assert.Null(tuner.IncumbentError);
        Assert.Empty(tuner.IncumbentTrajectory);
        Assert.Empty(tuner.CumulativeRuntime);
        Assert.Empty(tuner.Records);
        Assert.Equal(TimeSpan.Zero, tuner.CurrentRuntime);
    }

    [Fact]
    public void Every_trial_leaves_a_record()
    {
        var tuner = Tuner([0.5, 0.3]);
        tuner.Run(2);
        Assert.Equal(
            [
                new TrialRecord(0, TestSpaces.At(0), 0.5, TimeSpan.FromSeconds(111), TrialStatus.Completed),
                new TrialRecord(1, TestSpaces.At(0.01), 0.3, TimeSpan.FromSeconds(111), TrialStatus.Completed),
            ],
            tuner.Records);
    }

    [Fact]
    public void The_incumbent_changes_only_on_a_strictly_smaller_error()
    {
        var tuner = Tuner([0.5, 0.7, 0.3, 0.3, 0.4]);
        tuner.Run(5);
        Assert.Equal([0.5, 0.5, 0.3, 0.3, 0.3], tuner.IncumbentTrajectory);
        Assert.Equal(0.3, tuner.IncumbentError);
        Assert.Equal(TestSpaces.At(0.02), tuner.Incumbent);
    }

    [Fact]
    public void Before_the_first_error_there_is_no_incumbent()
    {
        var tuner = Tuner([double.NaN, 0.5, double.PositiveInfinity]);
        tuner.Run(3);
        Assert.Equal([null, 0.5, 0.5], tuner.IncumbentTrajectory);
        Assert.Equal([null, 0.5, null], tuner.Records.Select(record => record.Error));
    }

    [Fact]
    public void The_runtime_of_a_trial_counts_suggestion_evaluation_and_update()
    {
        var events = new EventRecorder();
        var tuner = Tuner([0.5, 0.4, 0.3], events);
        tuner.Run(3);
        // 1 s to suggest, 10 s to evaluate, 100 s to update
        Assert.Equal([111.0, 222, 333], tuner.CumulativeRuntime.Select(runtime => runtime.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(333), tuner.CurrentRuntime);
        Assert.All(events.Of<EpochReported>(), report => Assert.Equal(TimeSpan.FromSeconds(11), report.Runtime));
        Assert.All(events.Of<TrialEnded>(), end => Assert.Equal(TimeSpan.FromSeconds(111), end.Runtime));
    }

    [Fact]
    public void What_was_read_does_not_change_afterwards()
    {
        IReadOnlyList<TrialRecord>? early = null;
        HpoTuner? tuner = null;
        tuner = new HpoTuner(new ScriptedScheduler(), new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0.5), _ => 0.5), null, studyEvent =>
        {
            if (studyEvent is TrialEnded { TrialId: 0 })
                early = tuner!.Records;
        });
        tuner.Run(3);
        Assert.Single(early!);
        Assert.Equal(3, tuner.Records.Count);
    }

    private HpoTuner Tuner(double[] errors, EventRecorder? events = null)
    {
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return trialId is { } id ? new Decision.Start(TestSpaces.At(id / 100.0), "next") : new Decision.Exhausted("done");
            },
            OnUpdate = (_, _, _) =>
            {
                _time.Advance(TimeSpan.FromSeconds(100));
                return Verdict.Continue;
            },
        };
        var objective = new FunctionObjective("table", TestSpaces.Line, TestSpaces.At(0), configuration =>
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            return errors[(int)Math.Round(configuration.X() * 100)];
        });
        return new HpoTuner(scheduler, objective, null, events is null ? null : events.Add, _time);
    }
}
