using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Simulation;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning.Steering;

/// <summary>Studies that were steered, then killed, and that go on.</summary>
public class SteeredResumptionTests
{
    private const int Trials = 12, MaxEpochs = 9;

    private readonly SyntheticCurve _curve = new();

    public static TheoryData<string, string> Pairs => new()
    {
        { "random", "FIFO" }, { "CMA-ES", "FIFO" }, { "grid", "FIFO" }, { "Sobol", "median stopping" }, { "evolution", "ASHA stopping" },
        { "random", "ASHA promotion" }, { "TPE", "ASHA promotion" }, { "random", "successive halving" }, { "BOHB", "Hyperband" }, { "local", "PBT" },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void With_one_worker_the_same_follows_whatever_a_person_did_and_wherever_it_breaks_off(string searcher, string scheduler)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var whole = Run(searcher, scheduler, new Plan(seed));
            Assert.Equal(StudyOutcome.Completed, Assert.IsType<StudyEnded>(whole.Events[^1]).Outcome);
            Assert.True(whole.Plan.Done.Count > 2);
            foreach (var length in Enumerable.Range(1, whole.Events.Count - 1).Where(length => searcher is "random" or "grid" || length % 7 == seed))
            {
                var history = CutHistory.Of(whole.Events, length);
                var resumed = Run(searcher, scheduler, whole.Plan.From(length), history, whole.Checkpoints[length - 1]);
                Assert.Equal(
                    whole.Events.Where(IsNoPause).Select(Plain),
                    CutHistory.WithoutInterruptions([.. history, .. resumed.Events]).Where(IsNoPause).Select(Plain));
            }
        }
    }

    [Fact]
    public void A_trial_that_was_being_stopped_ends_when_the_study_goes_on()
    {
        StudyEvent[] history =
        [
            new StudyStarted(TimeSpan.Zero, ManualTimeProvider.Start),
            new TrialStarted(TimeSpan.Zero, 0, TestSpaces.At(0.5), "by script", 0),
            new EpochReported(TimeSpan.Zero, 0, 1, 0.4, TimeSpan.FromSeconds(3)),
            new TrialStopRequested(TimeSpan.Zero, 0),
        ];
        var events = new EventRecorder();
        var objective = new ScriptedObjective();
        objective.Answer(1, 0.5);
        var tuner = new HpoTuner(new ScriptedScheduler(), objective, new TunerOptions { MaxEpochs = 1 }, events.Add);
        tuner.Resume(CutHistory.Of(history, 4), 2);
        Assert.Equal((0, TrialStatus.Stopped, TimeSpan.FromSeconds(3)), events.Of<TrialEnded>().Select(ended => (ended.TrialId, ended.Status, ended.Runtime)).First());
        Assert.Equal(0.4, tuner.IncumbentError);
    }

    [Fact]
    public void The_workers_and_trials_of_the_log_count_and_a_paused_study_goes_on()
    {
        StudyEvent[] history =
        [
            new StudyStarted(TimeSpan.Zero, ManualTimeProvider.Start),
            new WorkersChanged(TimeSpan.Zero, 3),
            new NumberOfTrialsChanged(TimeSpan.Zero, 3),
            new ConfigurationEnqueued(TimeSpan.Zero, 0, TestSpaces.At(0.25), 3),
            new PauseRequested(TimeSpan.Zero),
            new StudyPaused(TimeSpan.Zero),
        ];
        var (events, objective) = (new EventRecorder(), new ScriptedObjective());
        var tuner = new HpoTuner(new ScriptedScheduler(), objective, null, events.Add);
        var run = Task.Factory.StartNew(
            () => tuner.Resume(CutHistory.Of(history, 6), 1), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        for (var trial = 0; trial < 3; trial++)
            objective.AwaitAsking(trial);
        for (var trial = 0; trial < 3; trial++)
            objective.Answer(trial, 0.5);
        Patience.Await(run, "the end of the run");
        Assert.Equal([0, null, null], events.Of<TrialStarted>().Select(started => started.Enqueued));
    }

    private static bool IsNoPause(StudyEvent studyEvent) => studyEvent is not (PauseRequested or StudyPaused or StudyContinued);

    private static string Plain(StudyEvent studyEvent) => EventText.WithoutTimes(studyEvent);

    private (IReadOnlyList<StudyEvent> Events, Plan Plan, List<CopyableCheckpoints> Checkpoints) Run(
        string searcher, string scheduler, Plan plan, IReadOnlyList<StudyEvent>? history = null, CopyableCheckpoints? kept = null)
    {
        var (events, store, all) = (new EventRecorder(), kept ?? new CopyableCheckpoints(), new List<CopyableCheckpoints>());
        HpoTuner? tuner = null;
        var objective = new InterposedObjective(_curve, (trial, epoch) => plan.Act(tuner!, trial, epoch, events.All.Count, _curve.DefaultSpace));
        tuner = new HpoTuner(
            Methods.Schedulers[scheduler](Methods.Searchers[searcher](_curve.DefaultSpace, 3), MaxEpochs), objective,
            new TunerOptions { Seed = 5, MaxEpochs = MaxEpochs }, studyEvent =>
            {
                events.Add(studyEvent);
                all.Add(new CopyableCheckpoints(store.Kept));
                // everything rests by now, so that a moment later is the same moment
                if (studyEvent is StudyPaused)
                    Task.Run(tuner!.GoOn);
            }, new ManualTimeProvider(), checkpoints: store);
        if (history is null)
            tuner.Run(Trials);
        else
            tuner.Resume(history, Trials);
        return (events.All, plan, all);
    }

    /// <summary>What a person does, drawn for each epoch of each trial, and done once.</summary>
    private sealed class Plan(int seed)
    {
        /// <summary>By trial and epoch the number of events there were before.</summary>
        public Dictionary<(int Trial, int Epoch), int> Done { get; } = [];

        /// <summary>The plan as it stood after so many events.</summary>
        public Plan From(int events)
        {
            var plan = new Plan(seed);
            foreach (var (moment, before) in Done.Where(done => done.Value < events))
                plan.Done.Add(moment, before);
            return plan;
        }

        public void Act(HpoTuner tuner, int trial, int epoch, int eventsBefore, ConfigSpace space)
        {
            var random = RandomStream.Derive(seed, (trial * 100) + epoch, "steering");
            if (random.Next(3) > 0 || !Done.TryAdd((trial, epoch), eventsBefore))
                return;
            // what is refused is refused again
            _ = random.Next(7) switch
            {
                0 => tuner.Pause(),
                1 => tuner.SetNumberOfTrials(Trials + random.Next(4)),
                2 => tuner.SetWorkers(1),
                3 => tuner.StopTrial(trial),
                4 => tuner.StopTrial(random.Next(trial + 1)),
                5 => tuner.Withdraw(random.Next(3)),
                _ => tuner.Enqueue(space.Sample(random), out _),
            };
        }
    }
}
