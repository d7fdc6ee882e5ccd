using Hpo.Engine.Objectives;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

/// <summary>Paused trials of a running study, on the disk.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly StudyDefinition Climb = Definition with { Scheduler = new("asha-promotion"), Stop = new(Trials: 9), MaxEpochs = 9 };

    private readonly TemporaryFolder _folder = new();

    private string Checkpoints => _folder.File("checkpoints");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_the_end_of_a_study_nothing_is_left()
    {
        var objective = new CountingObjective();
        using var service = Open(objective);
        await UntilEnded(service.Start(Climb));
        Assert.Empty(Files());
        Assert.Equal(0, objective.Restarts);
    }

    [Fact]
    public async Task Paused_trials_go_on_from_their_checkpoints_after_a_restart()
    {
        var first = new CountingObjective();
        string id;
        using (var service = Open(first, onEpoch: 12))
        {
            var study = service.Start(Climb);
            id = study.Id;
            await first.Reached;
        }

        Assert.NotEmpty(Files());
        var second = new CountingObjective();
        using (var service = Open(second))
        {
            var study = service.Find(id)!;
            var known = study.Snapshot.Trials.Sum(trial => trial.Epochs);
            service.Resume(id);
            await UntilEnded(study);
            Assert.Equal(StudyOutcome.Completed, study.Snapshot.Outcome);
            // only what the interrupted trial had done since its checkpoint is computed again
            var computed = study.Snapshot.Trials.Sum(trial => trial.Epochs) - known;
            Assert.InRange(second.Epochs, computed, computed + 6);
            Assert.Empty(Files());
        }
    }

    [Fact]
    public async Task Without_room_for_checkpoints_trials_are_computed_again_and_say_so()
    {
        var objective = new CountingObjective();
        using var service = new StudyService(_folder.Path, CatalogOf(objective), checkpointBudget: 0);
        var study = service.Start(Climb);
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Completed, study.Snapshot.Outcome);
        var resumed = study.Snapshot.Trials.SelectMany(trial => trial.Stretches.Skip(1)).ToList();
        Assert.NotEmpty(resumed);
        Assert.All(resumed, stretch => Assert.Contains("computed again up to epoch", stretch.Reason, StringComparison.Ordinal));
        Assert.All(study.Snapshot.Trials, trial => Assert.Equal(Enumerable.Range(1, trial.Epochs), trial.Curve.Select(point => point.Epoch)));
        Assert.True(objective.Restarts > 0);
    }

    [Fact]
    public async Task Checkpoints_that_were_damaged_while_the_program_was_off_cost_only_time()
    {
        var first = new CountingObjective();
        string id;
        using (var service = Open(first, onEpoch: 12))
        {
            id = service.Start(Climb).Id;
            await first.Reached;
        }

        Damage();
        using var reopened = Open(new CountingObjective());
        var study = reopened.Resume(id);
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Completed, study.Snapshot.Outcome);
        Assert.Contains(Reasons(study), reason => reason.Contains("the checkpoint cannot be read (The checkpoint ", StringComparison.Ordinal));
        Assert.DoesNotContain(study.Snapshot.Trials, trial => trial.Status.IsFailure());
        Assert.Empty(reopened.Check().Problems);
    }

    [Theory]
    [InlineData("pbt")]
    [InlineData("asha-promotion")]
    [InlineData("hyperband")]
    public async Task Checkpoints_that_are_overwritten_while_a_study_runs_cost_only_time(string scheduler)
    {
        var objective = new CountingObjective { OnEpoch = Damage };
        using var service = Open(objective);
        var study = service.Start(Climb with { Scheduler = new(scheduler), Workers = 4, Stop = new(Trials: 24) });
        await UntilEnded(study);
        Assert.Equal((StudyOutcome.Completed, null), (study.Snapshot.Outcome, study.LogFailure));
        Assert.Equal(24, study.Snapshot.Trials.Count);
        Assert.DoesNotContain(study.Snapshot.Trials, trial => trial.Status.IsFailure());
        Assert.Contains(Reasons(study), reason => reason.Contains("computed again up to epoch", StringComparison.Ordinal));
        Assert.Empty(service.Check().Problems);
        // others are started as ever
        await UntilEnded(service.Start(Climb));
    }

    [Fact]
    public async Task Checkpoints_of_a_study_that_will_not_go_on_are_cleared_away_at_the_next_start()
    {
        using (var service = Open(new CountingObjective()))
            await UntilEnded(service.Start(Climb));
        Directory.CreateDirectory(Path.Combine(Checkpoints, "gone"));
        File.WriteAllText(Path.Combine(Checkpoints, "gone", "0-1.checkpoint"), "something");
        using var reopened = Open(new CountingObjective());
        Assert.Empty(Files());
    }

    private static IEnumerable<string> Reasons(LiveStudy study) =>
        study.Snapshot.Trials.SelectMany(trial => trial.Stretches).Select(stretch => stretch.Reason).OfType<string>();

    /// <summary>Overwrites every checkpoint.</summary>
    private void Damage()
    {
        foreach (var file in Files())
        {
            try
            {
                File.WriteAllText(file, "overwritten");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // it has just been removed, or is being written
            }
        }
    }

    private static async Task UntilEnded(LiveStudy study)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot.Status != StudyStatus.Ended || study.Snapshot.CanResume)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
    }

    private StudyService Open(CountingObjective objective, int onEpoch = int.MaxValue)
    {
        objective.WaitAt = onEpoch;
        return new StudyService(_folder.Path, CatalogOf(objective));
    }

    private IEnumerable<string> Files() => Directory.Exists(Checkpoints) ? Directory.EnumerateFiles(Checkpoints, "*", SearchOption.AllDirectories) : [];

    /// <summary>Counts the epochs it computes; at one of them it waits until it is cancelled.</summary>
    private sealed class CountingObjective : Objective
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly HashSet<int> _begun = [];
        private int _epochs;

        public int WaitAt { get; set; } = int.MaxValue;

        public Action OnEpoch { get; init; } = () => { };

        public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public int Epochs => _epochs;

        /// <summary>How many trials began more than once.</summary>
        public int Restarts { get; private set; }

        public override string Name => "a counting objective";

        public override ConfigSpace DefaultSpace => Samples.Space;

        public override Configuration DefaultConfiguration => Samples.Initial;

        public override int DefaultMaxEpochs => 9;

        public override bool HasCheckpoints => true;

        public override IEvaluation Start(EvaluationRequest request)
        {
            lock (_begun)
            {
                if (request.Checkpoint is null && !_begun.Add(request.TrialId))
                    Restarts++;
            }

            return new Evaluation(this, request);
        }

        private sealed class Evaluation(CountingObjective objective, EvaluationRequest request) : IEvaluation
        {
            public int Epoch { get; private set; } = request.Checkpoint?[0] ?? 0;

            public double RunEpoch(CancellationToken cancellationToken)
            {
                objective.OnEpoch();
                if (Interlocked.Increment(ref objective._epochs) >= objective.WaitAt)
                {
                    objective._reached.TrySetResult();
                    cancellationToken.WaitHandle.WaitOne();
                    cancellationToken.ThrowIfCancellationRequested();
                }

                return request.Configuration["x"].AsReal() + (1.0 / ++Epoch);
            }

            public byte[] SaveCheckpoint() => [(byte)Epoch];

            public void Dispose()
            {
            }
        }
    }
}
