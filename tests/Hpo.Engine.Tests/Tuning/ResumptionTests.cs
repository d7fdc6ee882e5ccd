using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Tests.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Studies whose process was killed, and that go on.</summary>
public class ResumptionTests
{
    private const int Trials = 14, MaxEpochs = 9;

    private readonly SyntheticCurve _objective = new();

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var scheduler in Methods.Schedulers.Keys)
            {
                foreach (var searcher in Methods.Searchers.Keys)
                    pairs.Add(searcher, scheduler);
            }

            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void With_one_worker_the_same_follows_as_without_the_interruption(string searcher, string scheduler)
    {
        var whole = Run(searcher, scheduler);
        // a child of population-based training needs its parent's checkpoint, which is gone
        var describe = scheduler == "PBT" ? (Func<StudyEvent, string>)Suggested : Plain;
        foreach (var length in Cuts(whole.Count, searcher))
        {
            var history = CutHistory.Of(whole, length);
            var resumed = Resume(searcher, scheduler, history);
            Assert.Equal(
                whole.Select(describe).Where(text => text.Length > 0),
                CutHistory.WithoutInterruptions([.. history, .. resumed]).Select(describe).Where(text => text.Length > 0));
        }
    }

    [Theory]
    [InlineData("random", "ASHA promotion")]
    [InlineData("random", "successive halving")]
    [InlineData("TPE", "PBT")]
    public void From_checkpoints_that_were_kept_the_same_follows_to_the_letter(string searcher, string scheduler)
    {
        var events = new EventRecorder();
        var store = new CopyableCheckpoints();
        var kept = new List<CopyableCheckpoints>();
        NewTuner(searcher, scheduler, studyEvent =>
        {
            events.Add(studyEvent);
            kept.Add(new CopyableCheckpoints(store.Kept));
        }, store).Run(Trials);
        var whole = events.All;
        for (var length = 1; length < whole.Count; length++)
        {
            var history = CutHistory.Of(whole, length);
            var resumed = new EventRecorder();
            NewTuner(searcher, scheduler, resumed.Add, kept[length - 1]).Resume(history, Trials);
            Assert.Equal(
                whole.Select(EventText.WithoutTimes), CutHistory.WithoutInterruptions([.. history, .. resumed.All]).Select(EventText.WithoutTimes));
        }

        HpoTuner NewTuner(string searcher, string scheduler, Action<StudyEvent> onEvent, ICheckpointStore checkpoints) => new(
            Methods.Schedulers[scheduler](Methods.Searchers[searcher](_objective.DefaultSpace, 3), MaxEpochs), _objective,
            new TunerOptions { Seed = 5, MaxEpochs = MaxEpochs }, onEvent, new ManualTimeProvider(), checkpoints: checkpoints);
    }

    [Theory]
    [InlineData("random", "ASHA promotion")]
    [InlineData("CMA-ES", "FIFO")]
    [InlineData("TPE", "Hyperband")]
    public void It_may_be_interrupted_again_and_again(string searcher, string scheduler)
    {
        var whole = Run(searcher, scheduler);
        IReadOnlyList<StudyEvent> events = CutHistory.Of(whole, 3);
        for (var times = 0; times < 20; times++)
        {
            events = [.. events, .. Resume(searcher, scheduler, events)];
            var kept = Math.Min(events.Count, CutHistory.Of(whole, 3).Count + (times * 9) + 6);
            if (events[kept - 1] is StudyEnded { Outcome: StudyOutcome.Completed })
                break;
            events = CutHistory.Of(events, kept);
        }

        events = events[^1] is StudyEnded { Outcome: StudyOutcome.Interrupted } ? [.. events, .. Resume(searcher, scheduler, events)] : events;
        StudyGrammar.AssertFollowed(events, MaxEpochs);
        Assert.Equal(
            whole.OfType<TrialStarted>().Select(EventText.WithoutTimes), events.OfType<TrialStarted>().Select(EventText.WithoutTimes));
        Assert.Equal(whole.OfType<EpochReported>().Select(EventText.WithoutTimes), events.OfType<EpochReported>().Select(EventText.WithoutTimes));
    }

    [Theory]
    [MemberData(nameof(Methods.SchedulerNames), MemberType = typeof(Methods))]
    public void With_many_workers_every_trial_asked_for_runs_once_and_ends(string scheduler) => RunsOnceWithManyWorkers("TPE", scheduler, times: 12);

    [Theory]
    [InlineData("FIFO")]
    [InlineData("Hyperband")]
    [InlineData("PBT")]
    public void And_so_it_is_with_a_searcher_that_takes_long(string scheduler) => RunsOnceWithManyWorkers("GP", scheduler, times: 4);

    private void RunsOnceWithManyWorkers(string searcher, string scheduler, int times)
    {
        var random = new RandomStream(5);
        for (var time = 0; time < times; time++)
        {
            var whole = Run(searcher, scheduler, workers: 4);
            var history = CutHistory.Of(whole, random.Next(0, whole.Count));
            IReadOnlyList<StudyEvent> all = [.. history, .. Resume(searcher, scheduler, history, workers: 4)];
            if (history[0] is not StudyStarted)
                continue;
            StudyGrammar.AssertFollowed(all, MaxEpochs);
            Assert.Equal(Enumerable.Range(0, Trials), all.OfType<TrialStarted>().Select(start => start.TrialId));
            Assert.Equal(all.Select(studyEvent => studyEvent.Elapsed).Order(), all.Select(studyEvent => studyEvent.Elapsed));
            Assert.Equal(StudyOutcome.Completed, Assert.IsType<StudyEnded>(all[^1]).Outcome);
        }
    }

    [Theory, MemberData(nameof(Methods.SchedulerNames), MemberType = typeof(Methods))]
    public void A_simulated_study_is_the_same_with_and_without_interruption_for_any_number_of_workers(string scheduler)
    {
        var whole = Simulate(scheduler, null);
        for (var length = 0; length < whole.Count; length += 5)
        {
            var history = CutHistory.Of(whole, length);
            var resumed = Simulate(scheduler, history);
            Assert.IsType<StudyResumed>(resumed[0]);
            Assert.Equal(whole.Skip(1).Select(EventText.Of), CutHistory.WithoutInterruptions([.. history, .. resumed]).Skip(1).Select(EventText.Of));
        }
    }

    [Fact]
    public void The_time_between_does_not_count_and_the_time_limit_does_not_begin_anew()
    {
        var time = new ManualTimeProvider();
        var objective = new ScriptedObjective(maxEpochs: 2);
        StudyEvent[] history =
        [
            new StudyStarted(TimeSpan.Zero, ManualTimeProvider.Start),
            new TrialStarted(TimeSpan.FromSeconds(1), 0, TestSpaces.At(0.5), "by script", 0),
            new EpochReported(TimeSpan.FromSeconds(20), 0, 1, 0.4, TimeSpan.FromSeconds(19)),
        ];
        var events = new EventRecorder();
        var tuner = new HpoTuner(new ScriptedScheduler(), objective, new TunerOptions { TimeLimit = TimeSpan.FromSeconds(30) }, events.Add, time);
        var run = Task.Factory.StartNew(() => tuner.Resume(CutHistory.Of(history, 3), 5), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        objective.AwaitAsking(0, 1);
        Assert.Equal(
            [
                new StudyResumed(TimeSpan.FromSeconds(20), ManualTimeProvider.Start),
                new TrialResumed(TimeSpan.FromSeconds(20), 0, "run again, because the program had ended before it was done", 0),
            ],
            events.All);
        time.Advance(TimeSpan.FromSeconds(10));
        Patience.Await(run, "the end of the run");
        Assert.Equal(StudyOutcome.TimeLimit, Assert.Single(events.Of<StudyEnded>()).Outcome);
    }

    [Fact]
    public void What_a_trial_had_reported_is_not_reported_again_even_if_it_comes_out_otherwise()
    {
        var updates = new List<int>();
        var scheduler = new ScriptedScheduler
        {
            OnUpdate = (_, _, info) =>
            {
                updates.Add(info.Epoch);
                return Verdict(info.Epoch);
            },
        };
        var objective = new ScriptedObjective(maxEpochs: 3);
        objective.Answer(0, 0.9, epoch: 1);
        objective.Answer(0, 0.3, epoch: 2);
        objective.Answer(0, 0.2, epoch: 3);
        StudyEvent[] history =
        [
            new StudyStarted(TimeSpan.Zero, ManualTimeProvider.Start),
            new TrialStarted(TimeSpan.Zero, 0, TestSpaces.At(0.5), "by script", 0),
            new EpochReported(TimeSpan.Zero, 0, 1, 0.4, TimeSpan.Zero),
        ];
        var events = new EventRecorder();
        new HpoTuner(scheduler, objective, null, events.Add).Resume(CutHistory.Of(history, 3), 1);
        Assert.Equal([1, 2, 3], updates);
        Assert.Equal([2, 3], events.Of<EpochReported>().Select(report => report.Epoch));
        Assert.Equal(TrialStatus.Completed, Assert.Single(events.Of<TrialEnded>()).Status);

        static Hpo.Engine.Schedulers.Verdict Verdict(int epoch) => epoch > 0 ? Hpo.Engine.Schedulers.Verdict.Continue : default;
    }

    [Fact]
    public void A_program_that_decides_otherwise_than_the_log_says_so_and_does_not_go_on()
    {
        var history = CutHistory.Of(Run("random", "FIFO"), 20);
        var events = new EventRecorder();
        var tuner = new HpoTuner(
            Methods.Schedulers["FIFO"](new RandomSearcher(_objective.DefaultSpace, seed: 99), MaxEpochs), _objective,
            new TunerOptions { Seed = 5, MaxEpochs = MaxEpochs }, events.Add);
        var refusal = Assert.Throws<CannotResumeException>(() => tuner.Resume(history, Trials));
        Assert.Contains("trial 0 was started with", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(events.All);
    }

    [Fact]
    public void A_simulation_that_comes_out_otherwise_says_so_and_does_not_go_on()
    {
        var history = CutHistory.Of(Simulate("FIFO", null), 20);
        Assert.Throws<CannotResumeException>(() => Simulate("FIFO", [history[0], .. history.Skip(1).Select(Later)]));

        static StudyEvent Later(StudyEvent studyEvent) => studyEvent with { Elapsed = studyEvent.Elapsed + TimeSpan.FromSeconds(1) };
    }

    [Fact]
    public void A_study_that_has_ended_is_not_resumed() =>
        Assert.Throws<CannotResumeException>(() => Resume("random", "FIFO", Run("random", "FIFO")));

    [Fact]
    public void An_interrupted_study_leaves_its_paused_trials_paused()
    {
        HpoTuner? tuner = null;
        var events = new EventRecorder();
        tuner = new HpoTuner(
            Methods.Schedulers["ASHA promotion"](Methods.Searchers["random"](_objective.DefaultSpace, 3), MaxEpochs), _objective,
            new TunerOptions { Seed = 5, MaxEpochs = MaxEpochs }, studyEvent =>
            {
                events.Add(studyEvent);
                if (studyEvent is TrialStarted { TrialId: 4 })
                    tuner!.Interrupt();
            });
        tuner.Run(Trials);
        Assert.Equal(TrialStatus.Interrupted, Assert.Single(events.Of<TrialEnded>(), end => end.TrialId == 4).Status);
        IReadOnlyList<StudyEvent> all = [.. events.All, .. Resume("random", "ASHA promotion", events.All)];
        Assert.Equal(
            Run("random", "ASHA promotion").Skip(1).Select(Plain),
            CutHistory.WithoutInterruptions(all).Skip(1).Select(Plain).Where(text => text.Length > 0));
    }

    /// <summary>Every event, or where suggestions take their time, a few.</summary>
    private static IEnumerable<int> Cuts(int count, string searcher) =>
        Enumerable.Range(0, count).Where(length => length % (searcher is "random" or "CMA-ES" or "grid" ? 1 : searcher == "GP" ? 41 : 13) == 0);

    /// <summary>An event without its time; nothing for the remark that a checkpoint was lost.</summary>
    private static string Plain(StudyEvent studyEvent) => studyEvent is CheckpointLost ? "" : EventText.WithoutTimes(studyEvent);

    private static string Suggested(StudyEvent studyEvent) => studyEvent is TrialStarted { ParentId: null } or RungReached { Standing.Epoch: 1 } ? Plain(studyEvent) : "";

    private IReadOnlyList<StudyEvent> Run(string searcher, string scheduler, int workers = 1)
    {
        var events = new EventRecorder();
        Tuner(searcher, scheduler, workers, events).Run(Trials);
        return events.All;
    }

    private IReadOnlyList<StudyEvent> Resume(string searcher, string scheduler, IReadOnlyList<StudyEvent> history, int workers = 1)
    {
        var events = new EventRecorder();
        Tuner(searcher, scheduler, workers, events).Resume(history, Trials);
        return events.All;
    }

    private HpoTuner Tuner(string searcher, string scheduler, int workers, EventRecorder events) => new(
        Methods.Schedulers[scheduler](Methods.Searchers[searcher](_objective.DefaultSpace, 3), MaxEpochs), _objective,
        new TunerOptions { Seed = 5, MaxEpochs = MaxEpochs, Workers = workers }, events.Add, workers == 1 ? new ManualTimeProvider() : null);

    private List<StudyEvent> Simulate(string scheduler, IReadOnlyList<StudyEvent>? history)
    {
        var events = new List<StudyEvent>();
        var tuner = new SimulatedTuner(
            Methods.Schedulers[scheduler](Methods.Searchers["TPE"](_objective.DefaultSpace, 3), MaxEpochs), _objective,
            new() { Seed = 5, MaxEpochs = MaxEpochs, Workers = 3 }, events.Add);
        if (history is null)
            tuner.Run(Trials);
        else
            tuner.Resume(history, Trials);
        return events;
    }
}
