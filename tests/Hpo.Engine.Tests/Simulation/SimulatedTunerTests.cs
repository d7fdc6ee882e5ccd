using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Simulation;

/// <summary>When things happen in simulated time, and what of a run counts.</summary>
public class SimulatedTunerTests
{
    private static readonly SimulationOptions Prompt = new() { DecisionTime = new DecisionTime.None() };

    [Fact]
    public void A_trial_takes_the_time_of_its_epochs_and_of_the_decision()
    {
        var curves = new TimedCurves(maxEpochs: 2) { Seconds = (request, epoch) => (10 * request.TrialId) + epoch };
        var run = SimulatedRun.Of(new ScriptedScheduler(), curves, 2);
        Assert.Equal([0.1, 3.2], run.All<TrialStarted>().Select(start => start.Elapsed.TotalSeconds));
        Assert.Equal([1.1, 3.1, 14.2, 26.2], run.All<EpochReported>().Select(report => report.Elapsed.TotalSeconds));
        Assert.Equal([1.1, 3.1, 11.1, 23.1], run.All<EpochReported>().Select(report => report.Runtime.TotalSeconds));
        Assert.Equal([3.1, 23.1], run.Tuner.Records.Select(record => record.Runtime.TotalSeconds));
        Assert.Equal((StudyOutcome.Completed, TimeSpan.FromSeconds(26.2)), (run.Ended.Outcome, run.Ended.Elapsed));
    }

    [Fact]
    public void An_epoch_of_an_objective_that_knows_no_times_takes_a_second()
    {
        var run = SimulatedRun.Of(new BasicScheduler(new RandomSearcher(new Branin().DefaultSpace)), new Branin(), 3, Prompt);
        Assert.Equal([1.0, 2, 3], run.All<TrialEnded>().Select(end => end.Elapsed.TotalSeconds));
    }

    [Fact]
    public void Decisions_are_made_one_after_the_other_and_the_wait_for_them_is_nobodys_runtime()
    {
        var run = SimulatedRun.Of(new ScriptedScheduler(), new TimedCurves(maxEpochs: 1), 4, new() { Workers = 4 });
        Assert.Equal([(0, 0.1), (1, 0.2), (2, 0.3), (3, 0.4)], run.All<TrialStarted>().Select(start => (start.Worker, start.Elapsed.TotalSeconds)));
        Assert.All(run.Tuner.Records, record => Assert.Equal(1.1, record.Runtime.TotalSeconds));
    }

    [Fact]
    public void A_decision_knows_what_was_reported_before_it_began_and_nothing_later()
    {
        // trial 0 reports at 1 + 1 s, while the decision for worker 1 is being made, from 1 s to 2 s, and that for worker 2, from 2 s to 3 s
        var known = 0;
        var seen = new List<int>();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                seen.Add(known);
                return ScriptedScheduler.StartAll(trialId);
            },
            OnUpdate = (_, _, _) =>
            {
                known++;
                return Verdict.Continue;
            },
        };
        SimulatedRun.Of(
            scheduler, new TimedCurves(maxEpochs: 1) { Seconds = (request, _) => request.TrialId == 0 ? 1 : 100 }, 3,
            new() { Workers = 3, DecisionTime = new DecisionTime.Fixed(TimeSpan.FromSeconds(1)) });
        Assert.Equal([0, 0, 1], seen.Take(3));
    }

    [Fact]
    public void A_measured_decision_takes_what_it_took()
    {
        var time = new ManualTimeProvider();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                time.Advance(TimeSpan.FromSeconds(5 + (trialId ?? 0)));
                return ScriptedScheduler.StartAll(trialId);
            },
        };
        var run = SimulatedRun.Of(scheduler, new TimedCurves(maxEpochs: 1), 2, new() { DecisionTime = new DecisionTime.Measured(time) });
        Assert.Equal([5.0, 12], run.All<TrialStarted>().Select(start => start.Elapsed.TotalSeconds));
        Assert.Equal([6.0, 7], run.Tuner.Records.Select(record => record.Runtime.TotalSeconds));
    }

    [Fact]
    public void What_happens_at_the_same_moment_happens_in_the_order_in_which_it_began_and_before_any_decision()
    {
        var log = new List<string>();
        var scheduler = new ScriptedScheduler
        {
            OnSuggest = trialId =>
            {
                log.Add($"ask {trialId}");
                return ScriptedScheduler.StartAll(trialId);
            },
            OnUpdate = (_, _, info) =>
            {
                log.Add($"report {info.TrialId}");
                return Verdict.Continue;
            },
        };
        // trials 0, 1, 2 begin together; 0 takes 2 s, 1 and 2 take 1 s: 3 and 4 begin at 1 s and end with trial 0
        var run = SimulatedRun.Of(
            scheduler, new TimedCurves(maxEpochs: 1) { Seconds = (request, _) => request.TrialId == 0 ? 2 : 1 }, 5, Prompt with { Workers = 3 });
        Assert.Equal(["ask 0", "ask 1", "ask 2", "report 1", "report 2", "ask 3", "ask 4", "report 0", "report 3", "report 4"], log.Take(10));
        Assert.Equal([0, 1, 2, 1, 2], run.All<TrialStarted>().Select(start => start.Worker));
    }

    [Fact]
    public void A_paused_trial_goes_on_from_its_checkpoint_and_the_pause_is_not_its_runtime()
    {
        var curves = new TimedCurves(maxEpochs: 2);
        var run = SimulatedRun.Of(ScriptedScheduler.PauseOnce(), curves, 2);
        Assert.Equal([null, null, 1, 1], curves.Requests.Select(request => request.Checkpoint?[0]));
        Assert.Equal(curves.Requests[0] with { Attempt = 2 }, curves.Requests[2] with { Checkpoint = null });
        Assert.Equal([1.1, 1.1], run.All<TrialPaused>().Select(pause => pause.Runtime.TotalSeconds));
        Assert.Equal([(0, 2.3), (1, 3.4)], run.All<TrialResumed>().Select(resume => (resume.TrialId, resume.Elapsed.TotalSeconds)));
        Assert.Equal([2.2, 2.2], run.Tuner.Records.Select(record => record.Runtime.TotalSeconds));
    }

    [Fact]
    public void A_tuner_runs_once()
    {
        var tuner = new SimulatedTuner(new ScriptedScheduler(), new TimedCurves());
        tuner.Run(1);
        Assert.Throws<InvalidOperationException>(() => tuner.Run(1));
    }

    [Fact]
    public void Bad_options_are_refused()
    {
        SimulationOptions[] bad =
        [
            new() { Workers = 0 }, new() { MaxEpochs = 0 }, new() { EpochLimit = 0 }, new() { TimeLimit = TimeSpan.Zero }, new() { TargetError = double.NaN },
            new() { DecisionTime = new DecisionTime.Fixed(TimeSpan.FromSeconds(-1)) },
        ];
        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedTuner(new ScriptedScheduler(), new TimedCurves(), options)));
    }
}
