using Hpo.Engine.Objectives;
using Hpo.Training.Recordings;
using Hpo.Training.Tests.Data;

namespace Hpo.Training.Tests.Recordings;

public sealed class RecorderTests : IDisposable
{
    private static readonly RecordingPlan Plan = RecordingPlan.For("fake", new FakeTraining(), configurations: 12, repeatedConfigurations: 4, replicates: 2, epochs: 4);

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("fake.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_in_the_plan_is_trained_with_its_own_seed_for_all_epochs()
    {
        Assert.True(Record(new FakeTraining()));
        var runs = Read().Runs.OrderBy(run => run.Replicate).ThenBy(run => run.Index).ToList();
        Assert.Equal(Plan.Runs(), runs.Select(run => new PlannedRun(run.Index, run.Replicate, run.Configuration, run.Seed)));
        Assert.All(runs, run => Assert.Equal(Errors(run), run.Errors));
        Assert.All(runs, run => Assert.Equal(run.Errors.Count, run.Seconds.Count));
        Assert.All(runs.SelectMany(run => run.Seconds), seconds => Assert.InRange(seconds, 0, 60));
    }

    [Fact]
    public void A_training_that_diverges_ends_there()
    {
        Record(new FakeTraining());
        var (diverged, others) = (Read().Runs.Where(run => run.Configuration["learning_rate"].AsReal() >= 0.5).ToList(), Read().Runs.Count);
        Assert.InRange(diverged.Count, 1, others - 1);
        Assert.All(diverged, run => Assert.Equal((2, null), (run.Errors.Count, run.Errors[1])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void There_is_one_training_a_core(int cores)
    {
        // nobody goes on before as many are there as there are cores
        using var barrier = new Barrier(cores);
        var objective = new FakeTraining { BeforeEpoch = (request, epoch) => Meet(barrier, request, epoch, cores) };
        Record(objective, cores);
        Assert.Equal(cores, objective.MostAtOnce);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Stopped_in_the_middle_and_gone_on_with_nothing_is_lost_and_nothing_twice(int cores)
    {
        using var stop = new CancellationTokenSource();
        var trained = 0;
        var stopping = new FakeTraining { BeforeEpoch = (_, epoch) => Stop(epoch) };
        Assert.False(Record(stopping, cores, stop.Token));
        var half = Read().Runs.Count;
        Assert.InRange(half, 1, 8);

        Assert.True(Record(new FakeTraining(), cores));
        Assert.Equal(Plan.Runs().Select(run => (run.Index, run.Replicate)).Order(), Read().Runs.Select(run => (run.Index, run.Replicate)).Order());
        Assert.All(Read().Runs, run => Assert.Equal(Errors(run), run.Errors));

        void Stop(int epoch)
        {
            if (epoch == 3 && Interlocked.Increment(ref trained) == 6)
                stop.Cancel();
        }
    }

    [Fact]
    public void A_complete_recording_needs_no_training()
    {
        Record(new FakeTraining());
        var bytes = File.ReadAllBytes(Path);
        Assert.True(Record(new FakeTraining { BeforeEpoch = (_, _) => throw new InvalidOperationException("There is nothing to train.") }));
        Assert.Equal(bytes, File.ReadAllBytes(Path));
    }

    [Fact]
    public void What_was_cut_off_is_trained_anew()
    {
        Record(new FakeTraining());
        var whole = File.ReadAllBytes(Path);
        var runs = Read().Runs.Count;
        File.WriteAllBytes(Path, whole[..^7]);

        using (var file = RecordingFile.Open(Path, Plan))
            Assert.Equal((runs - 1, 1), (file.Recording.Runs.Count, file.Recording.Missing().Count()));
        Record(new FakeTraining());
        Assert.Equal(runs, Read().Runs.Count);
        Assert.Empty(Read().Missing());
    }

    [Fact]
    public void A_file_cut_off_in_its_first_line_is_begun_anew()
    {
        File.WriteAllText(Path, "{\"plan\":{\"obj");
        Record(new FakeTraining());
        Assert.Empty(Read().Missing());
    }

    [Fact]
    public void The_file_of_another_plan_is_refused_and_left_alone()
    {
        Record(new FakeTraining());
        var bytes = File.ReadAllBytes(Path);
        var message = Assert.Throws<InvalidDataException>(() => RecordingFile.Open(Path, Plan with { Epochs = 5 })).Message;
        Assert.Equal($"{Path} is the recording of another plan: give the same numbers as when it was begun, or another file.", message);
        Assert.Equal(bytes, File.ReadAllBytes(Path));
    }

    [Fact]
    public void Every_start_leaves_its_origin()
    {
        RecordingOrigin[] origins = [new("One", 1, "2026-11-24", "1.0.0", "record"), new("Other", 2, "2026-11-25", "1.0.1", "record")];
        foreach (var origin in origins)
        {
            using var file = RecordingFile.Open(Path, Plan);
            file.Add(origin);
        }

        Assert.Equal(origins, Read().Origins);
    }

    [Fact]
    public void Each_training_is_told_of_with_the_number_that_is_missing()
    {
        var left = new List<int>();
        using (var file = RecordingFile.Open(Path, Plan))
            new Recorder(new FakeTraining(), file, (_, missing) => left.Add(missing)).Run(1, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 16).Reverse(), left);
    }

    [Fact]
    public void A_training_that_fails_ends_the_recording_and_is_told()
    {
        var failing = new FakeTraining { BeforeEpoch = (request, _) => Fail(request) };
        var exception = Assert.Throws<InvalidOperationException>(() => Record(failing, cores: 2));
        Assert.Equal(("A training failed.", "Broken."), (exception.Message, exception.InnerException!.Message));
        Assert.DoesNotContain(Read().Runs, run => run.Index == 5);

        static void Fail(EvaluationRequest request)
        {
            if (request.TrialId == 5)
                throw new InvalidOperationException("Broken.");
        }
    }

    private static IEnumerable<double?> Errors(RecordedRun run)
    {
        var errors = Enumerable.Range(1, Plan.Epochs).Select(epoch => FakeTraining.Error(run.Configuration, run.Seed, epoch)).ToList();
        var diverged = errors.IndexOf(null);
        return diverged < 0 ? errors : errors.Take(diverged + 1);
    }

    private static void Meet(Barrier barrier, EvaluationRequest request, int epoch, int cores)
    {
        if (epoch == 1 && request.TrialId < cores)
            barrier.SignalAndWait(TimeSpan.FromSeconds(30));
    }

    private bool Record(FakeTraining objective, int cores = 2, CancellationToken stop = default)
    {
        using var file = RecordingFile.Open(Path, Plan);
        return new Recorder(objective, file).Run(cores, stop);
    }

    private Recording Read()
    {
        using var reader = new StreamReader(Path);
        return RecordingFormat.Read(reader);
    }
}
