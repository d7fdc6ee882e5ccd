using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Simulation;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Checkpoints that are not there, or cannot be read, when a trial is to go on from them.</summary>
public class LostCheckpointTests
{
    private readonly ScriptedObjective _objective = new(maxEpochs: 3);
    private readonly EventRecorder _events = new();

    public static TheoryData<Exception?, string> Failures => new()
    {
        { null, "the checkpoint is lost" },
        { new InvalidDataException("It is damaged."), "the checkpoint cannot be read (It is damaged.)" },
        { new IOException("The disk is gone."), "the checkpoint cannot be read (The disk is gone.)" },
        { new InvalidOperationException("A fault of the store's."), "the checkpoint cannot be read (A fault of the store's.)" },
    };

    [Theory, MemberData(nameof(Failures))]
    public void A_paused_trial_is_computed_again_and_says_why(Exception? failure, string why)
    {
        foreach (var epoch in new[] { 1, 2, 3 })
            _objective.Answer(0, 0.5 / epoch, epoch);
        Run(ScriptedScheduler.PauseOnce(), trials: 1, failure);
        Assert.Equal(
            ["TrialStarted", "EpochReported", "TrialPaused", "TrialResumed", "CheckpointLost", "EpochReported", "EpochReported", "TrialEnded"],
            Names().Skip(1).SkipLast(1));
        Assert.Equal((0, 1, $"computed again up to epoch 1, because {why}"), Assert.Single(Losses()));
        Assert.Equal([1, 2, 3], _events.Of<EpochReported>().Select(report => report.Epoch));
        Assert.Null(_objective.Requests[1].Checkpoint);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void A_sound_checkpoint_that_the_objective_refuses_does_not_fail_the_trial(bool atOnce, bool isSimulated)
    {
        foreach (var epoch in new[] { 1, 2, 3 })
            _objective.Answer(0, 0.5 / epoch, epoch);
        var objective = new RefusingObjective(_objective, atOnce);
        Tuner tuner = isSimulated
            ? new SimulatedTuner(ScriptedScheduler.PauseOnce(), objective, null, _events.Add)
            : new HpoTuner(ScriptedScheduler.PauseOnce(), objective, null, _events.Add);
        tuner.Run(1);
        StudyGrammar.AssertFollowed(_events.All, maxEpochs: 3);
        Assert.Equal((0, 1, "computed again up to epoch 1, because the objective cannot go on from its checkpoint (of another network)"), Assert.Single(Losses()));
        Assert.Equal([1, 2, 3], _events.Of<EpochReported>().Select(report => report.Epoch));
        Assert.Equal(TrialStatus.Completed, Assert.Single(_events.Of<TrialEnded>()).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_computed_again_has_all_the_time_that_a_trial_may_take(bool atOnce)
    {
        var time = new ManualTimeProvider();
        var objective = new RefusingObjective(new SlowToBegin(time, TimeSpan.FromSeconds(9)), atOnce);
        new HpoTuner(ScriptedScheduler.PauseOnce(), objective, new TunerOptions { TrialTimeout = TimeSpan.FromSeconds(10) }, _events.Add, time).Run(1);
        StudyGrammar.AssertFollowed(_events.All, maxEpochs: 3);
        Assert.Single(Losses());
        var ended = Assert.Single(_events.Of<TrialEnded>());
        Assert.Equal((TrialStatus.Completed, TimeSpan.FromSeconds(18)), (ended.Status, ended.Runtime));
    }

    [Theory, MemberData(nameof(Failures))]
    public void A_trial_that_was_to_go_on_from_that_of_another_begins_anew_and_says_why(Exception? failure, string why)
    {
        _objective.Answer(0, 0.5, epoch: 1);
        foreach (var epoch in new[] { 1, 2, 3 })
            _objective.Answer(1, 0.4 / epoch, epoch);
        Run(Breeding(), trials: 2, failure);
        Assert.Equal((1, 1, $"computed again up to epoch 1, because {why}"), Assert.Single(Losses()));
        // what its parent had reported is not reported a second time
        Assert.Equal([2, 3], _events.Of<EpochReported>().Where(report => report.TrialId == 1).Select(report => report.Epoch));
        Assert.Equal(TrialStatus.Completed, Assert.Single(_events.Of<TrialEnded>(), end => end.TrialId == 1).Status);
        Assert.Equal(StudyOutcome.Completed, Assert.Single(_events.Of<StudyEnded>()).Outcome);
    }

    [Fact]
    public void A_trial_gets_its_parents_checkpoint_as_it_was_even_if_the_parent_goes_on_before_it_is_read()
    {
        var store = new CopyableCheckpoints();
        var checkpoints = new TrialCheckpoints(store);
        checkpoints.Save(0, 1, [1]);
        checkpoints.Promise(child: 5, parent: 0, epoch: 1);
        checkpoints.Promise(child: 6, parent: 0, epoch: 1);
        checkpoints.Save(0, 2, [2]);
        checkpoints.Promise(child: 7, parent: 0, epoch: 2);
        checkpoints.Forget(0);
        checkpoints.Sweep();
        Assert.Equal([[1], [1], [2]], new[] { (5, 1), (6, 1), (7, 2) }.Select(child => Load(child.Item1, child.Item2)));
        Assert.Equal([5, 6, 7], store.Kept.Keys.Order());

        byte[]? Load(int trialId, int epoch)
        {
            Assert.Null(checkpoints.Load(trialId, epoch, out var checkpoint));
            return checkpoint;
        }
    }

    private void Run(ScriptedScheduler scheduler, int trials, Exception? failure)
    {
        new HpoTuner(scheduler, _objective, null, _events.Add, checkpoints: new UnreadableCheckpoints(failure)).Run(trials);
        StudyGrammar.AssertFollowed(_events.All, maxEpochs: 3);
    }

    private IEnumerable<string> Names() => _events.All.Select(studyEvent => studyEvent.GetType().Name);

    private IEnumerable<(int TrialId, int Epoch, string Reason)> Losses() =>
        _events.Of<CheckpointLost>().Select(lost => (lost.TrialId, lost.Epoch, lost.Reason));

    /// <summary>An objective whose first epoch takes long, and the others no time.</summary>
    private sealed class SlowToBegin(ManualTimeProvider time, TimeSpan firstEpoch) : Objective
    {
        public override string Name => "slow to begin";

        public override ConfigSpace DefaultSpace => TestSpaces.Line;

        public override Configuration DefaultConfiguration => TestSpaces.At(0.5);

        public override int DefaultMaxEpochs => 3;

        public override bool HasCheckpoints => true;

        public override IEvaluation Start(EvaluationRequest request) => new Evaluation(time, firstEpoch);

        private sealed class Evaluation(ManualTimeProvider time, TimeSpan firstEpoch) : IEvaluation
        {
            public int Epoch { get; private set; }

            public double RunEpoch(CancellationToken cancellationToken)
            {
                if (++Epoch == 1)
                    time.Advance(firstEpoch);
                return 0.5 / Epoch;
            }

            public byte[] SaveCheckpoint() => [(byte)Epoch];

            public void Dispose()
            {
            }
        }
    }

    /// <summary>Pauses trial 0 after its first epoch, and then starts trial 1 from its checkpoint.</summary>
    private static ScriptedScheduler Breeding() => new()
    {
        OnSuggest = trialId => trialId switch
        {
            0 => new Decision.Start(TestSpaces.At(0.5), "new"),
            1 => new Decision.Start(TestSpaces.At(0.75), "bred from trial 0", ParentId: 0),
            _ => new Decision.Exhausted("done"),
        },
        OnUpdate = (_, _, info) => info.TrialId == 0 ? Verdict.Pause("rung 1") : Verdict.Continue,
    };
}
