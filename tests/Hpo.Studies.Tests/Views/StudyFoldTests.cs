using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Views;

public class StudyFoldTests
{
    private static readonly StudySnapshot Folded = StudySnapshot.Empty.Apply(Events);

    [Fact]
    public void Trials_stand_where_their_last_event_left_them() => Assert.Equal(
        [TrialStatus.Completed, TrialStatus.NotANumber, TrialStatus.Paused, TrialStatus.Running],
        Folded.Trials.Select(trial => trial.Status));

    [Fact]
    public void A_trial_that_failed_has_no_error_rather_than_0() => Assert.Null(Folded.Trials[1].Error);

    [Fact]
    public void A_trial_without_a_report_has_no_error_rather_than_0() =>
        Assert.Null(StudySnapshot.Empty.Apply(Events.Take(2)).Trials[0].Error);

    [Fact]
    public void An_error_counts_from_the_moment_it_is_handed_in() => Assert.Equal(
        [new IncumbentStep(Seconds(2), 0, 0.4, 2), new IncumbentStep(Seconds(3), 2, 0.3, 1)],
        Folded.Incumbents);

    [Fact]
    public void The_incumbent_changes_only_on_a_strictly_smaller_error()
    {
        var level = Folded.Apply(Next(Folded, new EpochReported(Seconds(5), 3, 2, 0.3, Seconds(1.9))))
            .Apply(new LoggedEvent<StudyEvent>(Folded.Sequence + 2, new TrialEnded(Seconds(5), 3, TrialStatus.Completed, Seconds(1.9), null)));
        Assert.Equal(2, level.Incumbent!.Value.TrialId);
    }

    [Fact]
    public void Cumulative_runtime_sums_finished_trials_in_the_order_they_finished()
    {
        Assert.Equal(Seconds(1.9), Folded.Trials[0].CumulativeRuntime);
        Assert.Equal(Seconds(4.2), Folded.Trials[1].CumulativeRuntime);
        Assert.Null(Folded.Trials[3].CumulativeRuntime);
    }

    [Fact]
    public void Counts_agree_with_the_trials()
    {
        Assert.Equal(1, Folded.Running);
        Assert.Equal(2, Folded.Ended);
    }

    [Fact]
    public void A_study_that_goes_on_has_its_interrupted_trials_open_again()
    {
        var interrupted = Folded
            .Apply(Next(Folded, new TrialEnded(Seconds(5), 3, TrialStatus.Interrupted, Seconds(1.9), "killed")))
            .Apply(new LoggedEvent<StudyEvent>(Folded.Sequence + 2, new StudyEnded(Seconds(5), StudyOutcome.Interrupted, "killed")));
        Assert.True(interrupted.CanResume);
        Assert.Equal(Folded.Ended, interrupted.Ended);
        var resumed = interrupted.Apply(Next(interrupted, new StudyResumed(Seconds(5), DateTimeOffset.UnixEpoch)));
        Assert.Equal((StudyStatus.Running, null, null, false), (resumed.Status, resumed.Outcome, resumed.OutcomeReason, resumed.CanResume));
        Assert.Equal((TrialStatus.Paused, null, null), (resumed.Trials[3].Status, resumed.Trials[3].EndedAt, resumed.Trials[3].CumulativeRuntime));
        Assert.Equal(Folded.CumulativeRuntime, resumed.CumulativeRuntime);
        Assert.Equal(interrupted.Ended, resumed.Ended);
        var again = resumed.Apply(Next(resumed, new TrialResumed(Seconds(5), 3, "run again", 1)));
        Assert.Equal<Stretch>(
            [new Stretch(0, Seconds(3.1), Seconds(5), null), new Stretch(1, Seconds(5), null, "run again")], again.Trials[3].Stretches);
    }

    [Fact]
    public void A_trial_that_is_computed_again_says_so_in_its_last_stretch()
    {
        var first = Folded.Apply(Next(Folded, new CheckpointLost(Seconds(5), 3, 1, "computed again")));
        Assert.Equal(new Stretch(0, Seconds(3.1), null, "computed again"), Assert.Single(first.Trials[3].Stretches));
        var resumed = Folded.Apply(Next(Folded, new TrialResumed(Seconds(5), 2, "promoted", 1)));
        var later = resumed.Apply(Next(resumed, new CheckpointLost(Seconds(5), 2, 1, "computed again")));
        Assert.Equal("promoted; computed again", later.Trials[2].Stretches[^1].Reason);
        Assert.Equal((TrialStatus.Running, 1), (later.Trials[2].Status, later.Trials[2].Epochs));
    }

    [Fact]
    public void A_lost_trial_waits_and_is_counted_as_such_until_it_is_run_again()
    {
        var lost = Folded.Apply(Next(Folded, new TrialLost(Seconds(5), 3, Seconds(1.9), "node 7 does not answer.")));
        Assert.Equal((TrialStatus.Lost, "node 7 does not answer.", Seconds(1.9), null), (lost.Trials[3].Status, lost.Trials[3].EndReason, lost.Trials[3].Runtime, lost.Trials[3].EndedAt));
        Assert.Equal(new Stretch(0, Seconds(3.1), Seconds(5), null), Assert.Single(lost.Trials[3].Stretches));
        Assert.Equal((Folded.Ended, Folded.Running - 1, 1), (lost.Ended, lost.Running, lost.Counts[TrialStatus.Lost]));
        var again = lost.Apply(Next(lost, new TrialResumed(Seconds(6), 3, "run again", 1)));
        Assert.Equal((TrialStatus.Running, null, 1), (again.Trials[3].Status, again.Trials[3].EndReason, again.Trials[3].Losses.Length));
    }

    [Fact]
    public void Trials_that_failed_alike_share_the_text_of_their_stack()
    {
        var first = Folded.Apply(Next(Folded, new TrialEnded(Seconds(5), 3, TrialStatus.Failed, Seconds(1), "thrown", Trace: string.Join('\n', "at f", "at g"))));
        var second = first.Apply(Next(first, new TrialEnded(Seconds(5), 2, TrialStatus.Failed, Seconds(1), "thrown", Trace: string.Join('\n', "at f", "at g"))));
        Assert.Equal("at f\nat g", second.Trials[2].Trace);
        Assert.Same(second.Trials[3].Trace, second.Trials[2].Trace);
    }

    [Fact]
    public void A_resumed_trial_goes_on_with_its_curve()
    {
        var resumed = Folded.Apply(Next(Folded, new TrialResumed(Seconds(5), 2, "promoted to rung 2", 1)));
        Assert.Equal(TrialStatus.Running, resumed.Trials[2].Status);
        Assert.Single(resumed.Trials[2].Curve);
        Assert.Equal(1, resumed.Trials[2].Worker);
    }

    [Fact]
    public void The_error_that_counts_is_the_smallest_handed_in_and_the_last_may_be_another()
    {
        var worse = Folded.Apply(Next(Folded, new TrialResumed(Seconds(5), 2, "promoted to rung 2", 1)));
        worse = worse.Apply(Next(worse, new EpochReported(Seconds(6), 2, 2, 0.35, Seconds(1))));
        Assert.Equal((0.3, 0.35), (worse.Trials[2].CountedError, worse.Trials[2].Error));
        worse = worse.Apply(Next(worse, new TrialEnded(Seconds(6), 2, TrialStatus.Completed, Seconds(1), null)));
        Assert.Equal((1, 0.3, 0.35), (worse.Trials[2].Best!.Value.Epoch, worse.Trials[2].CountedError, worse.Trials[2].Error));

        Assert.Equal((null, 0.2), (Folded.Trials[3].Best, Folded.Trials[3].CountedError));
        Assert.Null(Folded.Trials[1].CountedError);
    }

    [Fact]
    public void A_trial_runs_in_stretches_with_its_pauses_between_them()
    {
        var resumed = Folded.Apply(Next(Folded, new TrialResumed(Seconds(5), 2, "promoted to rung 2", 1)));
        var first = new Stretch(0, Seconds(2.6), Seconds(3), null);
        Assert.Equal(first, Assert.Single(Folded.Trials[2].Stretches));
        Stretch[] both = [first, new Stretch(1, Seconds(5), null, "promoted to rung 2")];
        Assert.Equal(both, resumed.Trials[2].Stretches);

        var ended = resumed.Apply(Next(resumed, new TrialEnded(Seconds(7), 2, TrialStatus.Completed, Seconds(2), null)));
        Assert.Equal(new Stretch(1, Seconds(5), Seconds(7), "promoted to rung 2"), ended.Trials[2].Stretches[1]);
    }

    [Fact]
    public void A_trial_that_ends_while_it_is_paused_ran_no_longer_than_until_its_pause()
    {
        var ended = Folded.Apply(Next(Folded, new TrialEnded(Seconds(6), 2, TrialStatus.Stopped, Seconds(0.4), "rank 3 of 3 at rung 1")));
        Assert.Equal(Folded.Trials[2].Stretches[0], Assert.Single(ended.Trials[2].Stretches));
    }

    [Fact]
    public void A_running_trials_last_stretch_is_open() => Assert.Null(Folded.Trials[3].Stretches[^1].To);

    [Fact]
    public void Rungs_are_kept_in_the_order_in_which_a_trial_reached_them()
    {
        RungReached[] rungs =
        [
            new(Seconds(5), 3, new RungStanding(0, 1, 1, 3, null), null),
            new(Seconds(6), 3, new RungStanding(0, 3, 2, 2, 0.1), "rank 2 of 2 at rung 3"),
        ];
        var climbed = rungs.Aggregate(Folded, (study, rung) => study.Apply(Next(study, rung)));
        Assert.Equal(rungs, climbed.Trials[3].Rungs);
    }

    [Fact]
    public void An_error_is_found_by_its_epoch()
    {
        Assert.Equal(0.5, Folded.Trials[0].ErrorAfter(1));
        Assert.Equal(0.4, Folded.Trials[0].ErrorAfter(2));
        Assert.Null(Folded.Trials[0].ErrorAfter(3));
        Assert.Null(Folded.Trials[1].ErrorAfter(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_gap_or_a_repetition_in_the_sequence_is_refused(long sequence)
    {
        var first = StudySnapshot.Empty.Apply(Events[0]);
        Assert.Throws<InvalidDataException>(() => first.Apply(new LoggedEvent<StudyEvent>(sequence, Events[1].Event)));
    }

    [Fact]
    public void An_event_about_a_trial_that_was_never_started_is_refused() => Assert.Throws<InvalidDataException>(
        () => Folded.Apply(Next(Folded, new EpochReported(Seconds(9), 99, 1, 0.1, Seconds(1)))));

    [Fact]
    public void Folding_in_one_go_or_piece_by_piece_gives_the_same_study()
    {
        for (var cut = 0; cut <= Events.Count; cut++)
        {
            var pieces = StudySnapshot.Empty.Apply(Events.Take(cut)).Apply(Events.Skip(cut));
            Assert.Equal(Folded.Incumbents, pieces.Incumbents);
            // arrays are equal only when they are the same one
            Assert.Equal(Folded.Trials.Select(WithoutArrays), pieces.Trials.Select(WithoutArrays));
            Assert.Equal(Folded.Trials.SelectMany(trial => trial.Stretches), pieces.Trials.SelectMany(trial => trial.Stretches));
            Assert.Equal(Folded.Trials.SelectMany(trial => trial.Curve), pieces.Trials.SelectMany(trial => trial.Curve));
        }

        static TrialView WithoutArrays(TrialView trial) => trial with { Curve = [], Stretches = [] };
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_fold_of_a_tuners_events_agrees_with_its_books(int workers)
    {
        var objective = new SyntheticCurve();
        var searcher = new RandomSearcher(objective.DefaultSpace, objective.DefaultConfiguration, seed: 3);
        var study = StudySnapshot.Empty;
        var tuner = new HpoTuner(
            new BasicScheduler(searcher), objective, new TunerOptions { Workers = workers }, studyEvent => study = study.Apply(Next(study, studyEvent)));
        tuner.Run(200);

        Assert.Equal(StudyStatus.Ended, study.Status);
        Assert.Equal(tuner.IncumbentError, study.Incumbent!.Value.Error);
        Assert.Equal(tuner.Incumbent, study.Trials[study.Incumbent.Value.TrialId].Configuration);
        Assert.Equal(tuner.CurrentRuntime, study.CumulativeRuntime);
        Assert.Equal(tuner.IncumbentTrajectory.Where(error => error is not null).Distinct(), study.Incumbents.Select(step => (double?)step.Error));
        Assert.Equal(
            tuner.Records.OrderBy(record => record.TrialId).Select(record => (record.TrialId, record.Configuration, record.Error, record.Status)),
            study.Trials.Select(trial => (trial.Id, trial.Configuration, trial.Error, trial.Status)));
        Assert.Contains(study.Trials, trial => trial.Status == TrialStatus.NotANumber);
    }

    private static LoggedEvent<StudyEvent> Next(StudySnapshot study, StudyEvent studyEvent) => new(study.Sequence + 1, studyEvent);
}
