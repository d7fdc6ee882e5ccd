using System.Text.Json;
using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;

namespace Hpo.Engine.TestKit;

/// <summary>What every scheduler has to do. A scheduler's own tests inherit from this class.</summary>
public abstract class SchedulerContractTests
{
    private const int MaxEpochs = 9;

    /// <summary>Numbers of workers, and whether trials and checkpoints fail.</summary>
    public static TheoryData<int, bool> Runs => new() { { 1, false }, { 4, false }, { 16, false }, { 1, true }, { 4, true }, { 16, true } };

    /// <summary>Whether it compares trials before their last epoch.</summary>
    protected virtual bool NeedsEpochs => true;

    /// <summary>Whether it pauses trials.</summary>
    protected abstract bool NeedsCheckpoints { get; }

    /// <summary>Options that all differ from their defaults; null for a scheduler without any.</summary>
    protected virtual object? Options => null;

    /// <summary>Makes the scheduler, with its default options.</summary>
    protected abstract HpoScheduler Create(HpoSearcher searcher, int maxEpochs);

    [Theory, MemberData(nameof(Runs))]
    public void It_starts_exactly_as_many_trials_as_asked_for(int workers, bool mishaps)
    {
        foreach (var trials in new[] { 1, 2, 7, 50 })
        {
            var run = Simulate(new HookRecorder(), trials, workers, mishaps: mishaps);
            Assert.Equal(trials, run.Status.Count);
            Assert.Equal(Enumerable.Range(0, trials), run.Configurations.Keys);
        }
    }

    [Theory, MemberData(nameof(Runs))]
    public void Every_hook_reaches_the_searcher_exactly_once(int workers, bool mishaps)
    {
        var searcher = new HookRecorder();
        var run = Simulate(searcher, 50, workers, mishaps: mishaps);
        Assert.Equal(run.Configurations.Select(trial => (trial.Key, trial.Value)), searcher.Started);
        Assert.Equal(run.Steps.OfType<SchedulerStep.Failed>().Select(failed => failed.TrialId), searcher.Failed.Select(failed => failed.TrialId));
        Assert.All(searcher.Failed, failed => Assert.Equal(run.Status[failed.TrialId], failed.Status));
        Assert.Equal(searcher.Updates.Count, searcher.Updates.DistinctBy(update => (update.TrialId, update.Epoch)).Count());
        Assert.Subset(run.Reports.Select(report => (report.TrialId, report.Epoch, report.Error)).ToHashSet(), searcher.Updates.ToHashSet());
    }

    [Theory, MemberData(nameof(Runs))]
    public void The_searcher_learns_the_error_with_which_a_trial_ends_or_pauses(int workers, bool mishaps)
    {
        var searcher = new HookRecorder();
        var run = Simulate(searcher, 50, workers, mishaps: mishaps);
        var halts = run.Reports.Where(report => report.Epoch == MaxEpochs || report.Verdict.Kind != VerdictKind.Continue);
        Assert.Subset(searcher.Updates.ToHashSet(), halts.Select(report => (report.TrialId, report.Epoch, report.Error)).ToHashSet());
    }

    [Theory, MemberData(nameof(Runs))]
    public void No_trial_stays_pending_for_ever(int workers, bool mishaps)
    {
        var searcher = new HookRecorder();
        Simulate(searcher, 50, workers, mishaps: mishaps);
        Assert.Empty(searcher.Pending);
    }

    [Theory, MemberData(nameof(Runs))]
    public void No_trial_is_left_without_an_end_that_says_why(int workers, bool mishaps)
    {
        var run = Simulate(new HookRecorder(), 50, workers, mishaps: mishaps);
        Assert.All(run.Status.Values, status => Assert.True(status.IsFinal()));
        Assert.False(string.IsNullOrWhiteSpace(run.Exhausted));
    }

    [Theory, MemberData(nameof(Runs))]
    public void The_same_reports_in_the_same_order_give_the_same_decisions(int workers, bool mishaps)
    {
        Assert.Equal(Simulate(new HookRecorder(), 40, workers, mishaps: mishaps).Steps, Simulate(new HookRecorder(), 40, workers, mishaps: mishaps).Steps);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void No_decision_looks_ahead(int workers)
    {
        var whole = Simulate(new HookRecorder(), 30, workers).Steps;
        for (var known = 1; known < 60; known += 7)
        {
            var reports = 0;
            var other = Simulate(new HookRecorder(), 30, workers, (x, epoch) => reports++ < known ? Curve(x, epoch) : 5 - Curve(x, epoch)).Steps;
            var upTo = IndexOfReport(whole, known);
            Assert.Equal(whole.Take(upTo), other.Take(upTo));
        }
    }

    [Theory, MemberData(nameof(Runs))]
    public void A_diverged_trial_is_never_promoted_and_the_others_go_on(int workers, bool mishaps)
    {
        // a third of the trials diverges, after different numbers of epochs
        var run = Simulate(new HookRecorder(), 60, workers, (x, epoch) => x < 0.33 && epoch > 9 * x ? double.NaN : Curve(x, epoch), mishaps);
        var diverged = run.Status.Where(trial => trial.Value == TrialStatus.NotANumber).Select(trial => trial.Key).ToHashSet();
        Assert.NotEmpty(diverged);
        Assert.True(mishaps || run.Status.Values.Contains(TrialStatus.Completed));
        Assert.All(diverged, trial => Assert.IsType<SchedulerStep.Failed>(run.Steps.Last(step => Concerns(step, trial))));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void An_error_that_is_no_number_is_never_taken_for_the_best(double error)
    {
        var scheduler = Create(new HookRecorder(), MaxEpochs);
        var events = new EventRecorder();
        var tuner = new HpoTuner(scheduler, new MishapCurve { Mishap = error }, new TunerOptions { MaxEpochs = MaxEpochs }, events.Add);
        tuner.Run(150);
        var diverged = events.Of<TrialEnded>().Where(end => end.Status is TrialStatus.NotANumber or TrialStatus.Infinite).Select(end => end.TrialId).ToHashSet();
        Assert.NotEmpty(diverged);
        Assert.DoesNotContain(events.Of<TrialResumed>(), resumed => events.All.TakeWhile(studyEvent => studyEvent != resumed).OfType<TrialEnded>().Any(end => end.TrialId == resumed.TrialId));
        Assert.All(events.Of<RungReached>(), reached => Assert.True(reached.Standing.CutOff is null or >= 0.1));
        Assert.True(tuner.IncumbentError >= 0.1);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void When_every_trial_diverges_the_study_still_comes_to_its_end(double error)
    {
        Assert.Equal(20, Simulate(new HookRecorder(), 20, 4, (_, _) => error).Status.Count);
    }

    [Theory, MemberData(nameof(Runs))]
    public void No_trial_is_promoted_twice_from_the_same_rung(int workers, bool mishaps)
    {
        var (resumed, epochs) = (new HashSet<(int, int)>(), new Dictionary<int, int>());
        foreach (var step in Simulate(new HookRecorder(), 60, workers, mishaps: mishaps).Steps)
        {
            if (step is SchedulerStep.Reported report)
                epochs[report.TrialId] = report.Epoch;
            else if (step is SchedulerStep.Asked { Decision: Decision.Resume resume })
                Assert.True(resumed.Add((resume.TrialId, epochs[resume.TrialId])));
        }
    }

    [Theory, MemberData(nameof(Runs))]
    public void Every_decision_says_why(int workers, bool mishaps)
    {
        var run = Simulate(new HookRecorder(), 50, workers, mishaps: mishaps);
        Assert.DoesNotContain(run.Decisions, decision => string.IsNullOrWhiteSpace(decision switch
        {
            Decision.Start start => start.Reason,
            Decision.Resume resume => resume.Reason,
            Decision.Stop stop => stop.Reason,
            Decision.Exhausted exhausted => exhausted.Reason,
            _ => "told to wait",
        }));
        Assert.DoesNotContain(run.Reports, report => report.Verdict.Kind != VerdictKind.Continue && string.IsNullOrWhiteSpace(report.Verdict.Reason));
    }

    [Theory, MemberData(nameof(Runs))]
    public void Every_standing_belongs_to_a_rung_and_is_told_in_words(int workers, bool mishaps)
    {
        var scheduler = Create(new HookRecorder(), MaxEpochs);
        var run = Simulate(scheduler, 50, workers, mishaps: mishaps);
        Assert.All(scheduler.Brackets, bracket =>
        {
            Assert.Equal(bracket.Rungs.Order().Distinct(), bracket.Rungs);
            Assert.Equal(MaxEpochs, bracket.Rungs[^1]);
        });
        foreach (var report in run.Reports.Where(report => report.Verdict.Standing is not null))
        {
            var standing = report.Verdict.Standing!;
            Assert.Equal(report.Epoch, standing.Epoch);
            Assert.Contains(report.Epoch, scheduler.Brackets[standing.Bracket].Rungs);
            Assert.InRange(standing.Rank, 1, standing.Of);
            Assert.StartsWith($"rung {standing.Epoch}: rank {standing.Rank} of {standing.Of}, ", report.Verdict.Reason, StringComparison.Ordinal);
        }

        var halts = run.Reports.Where(report => scheduler.Brackets.Count > 0 && report.Verdict.Kind != VerdictKind.Continue);
        Assert.All(halts, report => Assert.NotNull(report.Verdict.Standing));
    }

    [Theory, MemberData(nameof(Runs))]
    public void When_the_searcher_has_nothing_left_the_study_ends_and_says_so(int workers, bool mishaps)
    {
        var searcher = new HookRecorder(numberOfConfigurations: 5);
        var run = Simulate(searcher, 200, workers, mishaps: mishaps);
        Assert.Equal(5, run.Decisions.OfType<Decision.Start>().Count(start => start.ParentId is null));
        Assert.InRange(run.Status.Count, 5, 199);
        Assert.Equal("Every configuration of the space has been tried.", run.Exhausted);
        Assert.Equal(searcher.Sampled.Distinct(), searcher.Sampled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public void Real_workers_leave_the_books_in_order(int workers)
    {
        var searcher = new HookRecorder();
        var run = TunerRun.Start(Create(searcher, MaxEpochs), new MishapCurve(), 60, new TunerOptions { Workers = workers, MaxEpochs = MaxEpochs });
        run.Finish();
        StudyGrammar.AssertFollowed(run.Events.All, MaxEpochs);
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
        Assert.Equal(60, run.Tuner.Records.Count);
        Assert.Empty(searcher.Pending);
        Assert.DoesNotContain(run.Events.Of<TrialEnded>(), end => end.Status == TrialStatus.Stopped && end.Reason is null or "The study ended while the trial was paused.");
    }

    [Fact]
    public void An_objective_without_epochs_is_refused_in_words()
    {
        var objective = new FunctionObjective("f", TestSpaces.Line, TestSpaces.At(0), _ => 0.5);
        if (!NeedsEpochs)
        {
            _ = new HpoTuner(Create(new HookRecorder(), 1), objective);
            return;
        }

        foreach (var epochs in new[] { 1, MaxEpochs })
        {
            var refusal = Assert.Throws<InvalidInputException>(() => new HpoTuner(Create(new HookRecorder(), epochs), objective, new TunerOptions { MaxEpochs = epochs }));
            Assert.Contains(refusal.Problems, problem => problem.Message.Contains("f has no epochs", StringComparison.Ordinal));
        }

        Assert.Throws<InvalidInputException>(() => new HpoTuner(Create(new HookRecorder(), 1), new SyntheticCurve(), new TunerOptions { MaxEpochs = 1 }));
    }

    [Fact]
    public void An_objective_without_checkpoints_is_refused_if_trials_are_paused()
    {
        var objective = new MishapCurve { Checkpoints = false };
        var options = new TunerOptions { MaxEpochs = MaxEpochs };
        if (NeedsCheckpoints)
            Assert.Throws<InvalidInputException>(() => new HpoTuner(Create(new HookRecorder(), MaxEpochs), objective, options));
        else
            _ = new HpoTuner(Create(new HookRecorder(), MaxEpochs), objective, options);
    }

    [Fact]
    public void A_study_of_another_number_of_epochs_is_refused()
    {
        if (NeedsEpochs)
            Assert.Throws<InvalidInputException>(() => new HpoTuner(Create(new HookRecorder(), MaxEpochs), new SyntheticCurve(), new TunerOptions { MaxEpochs = 10 }));
    }

    [Fact]
    public void Its_options_survive_json()
    {
        if (Options is { } options)
            Assert.Equal(options, JsonSerializer.Deserialize(JsonSerializer.Serialize(options), options.GetType()));
    }

    /// <summary>A curve that falls from x + 1 towards x.</summary>
    protected static double Curve(double x, int epoch) => x + (1.0 / epoch);

    protected SchedulerSimulation Simulate(
        HpoSearcher searcher, int trials, int workers, Func<double, int, double>? curve = null, bool mishaps = false, long order = 3) =>
        Simulate(Create(searcher, MaxEpochs), trials, workers, curve, mishaps, order);

    private static SchedulerSimulation Simulate(
        HpoScheduler scheduler, int trials, int workers, Func<double, int, double>? curve = null, bool mishaps = false, long order = 3) =>
        new SchedulerSimulation(scheduler, trials, workers, MaxEpochs, order)
        {
            Error = (configuration, epoch) => (curve ?? Curve)(configuration.X(), epoch),
            FailureRate = mishaps ? 0.05 : 0,
            PauseFailureRate = mishaps ? 0.05 : 0,
        }.Run();

    private static bool Concerns(SchedulerStep step, int trialId) => step switch
    {
        SchedulerStep.Reported report => report.TrialId == trialId,
        SchedulerStep.Failed failed => failed.TrialId == trialId,
        SchedulerStep.Asked { Decision: Decision.Resume resume } => resume.TrialId == trialId,
        SchedulerStep.Asked { Decision: Decision.Stop stop } => stop.TrialId == trialId,
        _ => false,
    };

    /// <summary>The number of steps before a report, counted from 0.</summary>
    private static int IndexOfReport(List<SchedulerStep> steps, int report)
    {
        var index = 0;
        while (index < steps.Count && (steps[index] is not SchedulerStep.Reported || report-- > 0))
            index++;
        return index;
    }
}
