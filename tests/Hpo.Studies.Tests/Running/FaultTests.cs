using Hpo.Engine.Objectives;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Classes;
using Hpo.Studies.Log;
using Hpo.Studies.Organising;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.Data.Sqlite;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

/// <summary>Something throws in every thread and timer that this room has: all else goes on, and the log says what is true.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly KeptLogs _logs = new();

    public void Dispose()
    {
        _folder.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task A_study_of_the_queue_that_cannot_be_made_is_refused_and_the_next_one_starts()
    {
        using var gate = new GatedObjective();
        StudyCatalog catalog = new(
        [
            new ObjectiveEntry("function", "A gated objective", "For tests.", _ => gate),
            // described once, to look at its definition, and broken when it is to run
            new ObjectiveEntry("broken", "A broken objective", "For tests.", new OnceOnly(gate).Create),
        ]);
        using var service = new StudyService(_folder.Path, catalog, loggers: _logs);
        using var queue = new StudyQueue(service, new ClassDatabase(_folder.File("class.db")), TimeProvider.System, cores: 1, _logs);
        queue.Enqueue(Definition, "ann");
        var broken = queue.Enqueue(Definition with { Objective = new("broken") }, "bob");
        var sound = queue.Enqueue(Definition, "eve");
        gate.Open();

        await Until(() => service.Find(sound) is { Snapshot.Status: StudyStatus.Ended });
        Assert.Equal("it cannot be made", queue.Refused[broken]);
        Assert.Contains("the others have their turn", await _logs.With("A fault in starting a study that waited"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_whose_database_breaks_waits_on_and_says_so()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, CatalogOf(gate), loggers: _logs);
        using var queue = new StudyQueue(service, new ClassDatabase(_folder.File("class.db")), TimeProvider.System, cores: 1, _logs);
        queue.Enqueue(Definition, "ann");
        queue.Enqueue(Definition, "bob");
        Change("class.db", "ALTER TABLE queued RENAME TO gone");
        gate.Open();

        await _logs.With("A fault in serving the studies that wait: they wait on");
        Change("class.db", "ALTER TABLE gone RENAME TO queued");
        await _logs.With("All is well again in serving the studies that wait");
        Assert.Empty(queue.Waiting);
    }

    [Fact]
    public async Task What_looks_after_other_processes_goes_on_after_any_fault()
    {
        using var changes = new ChangeWatch(new DatabaseFile(_folder.File(DatabaseFile.Name)));
        var looks = 0;
        var again = new TaskCompletionSource();
        using (new LogTail(StudyLog.Kind.Tables, changes, TimeProvider.System, () => true, Look, () => throw new InvalidOperationException("broken second"), new GuardedWork(_logs)))
        {
            await again.Task.WaitAsync(TimeSpan.FromMinutes(1));
            await _logs.With("broken second");
        }

        bool Look()
        {
            if (Interlocked.Increment(ref looks) > 1)
                again.TrySetResult();
            throw new InvalidOperationException("broken look");
        }
    }

    [Fact]
    public async Task Studies_are_interrupted_together_when_the_program_ends()
    {
        using var together = new CountdownEvent(2);
        var wereTogether = 0;
        using (var service = new StudyService(_folder.Path, CatalogOf(new FunctionOnCancel(() =>
        {
            // each notices only once the other one has been told too
            together.Signal();
            if (together.Wait(TimeSpan.FromSeconds(30)))
                Interlocked.Increment(ref wereTogether);
        }))))
        {
            foreach (var study in new[] { service.Start(Definition), service.Start(Definition) })
                await Until(() => study.Snapshot.Running == 1);
        }

        Assert.Equal(2, wereTogether);
    }

    [Fact]
    public async Task A_study_that_takes_long_to_repeat_its_decisions_holds_up_no_other()
    {
        using var objective = new GatedObjective();
        string slow, quick;
        using (var service = new StudyService(_folder.Path, CatalogOf(objective)))
        {
            (slow, quick) = (service.Start(Definition with { Objective = new("function") }).Id, service.Start(Definition).Id);
            await objective.Entered(2);
        }

        using var repeating = new ManualResetEventSlim();
        using var entered = new SemaphoreSlim(0);
        var isFirst = 1;
        using var after = new GatedObjective();
        StudyCatalog catalog = new([new ObjectiveEntry("function", "A function", "For tests.", _ =>
        {
            if (Interlocked.Exchange(ref isFirst, 0) == 0)
                return after;
            entered.Release();
            repeating.Wait();
            return after;
        })]);
        // described first, without waiting
        isFirst = 0;
        _ = catalog.Objectives.Get("function").Describe;
        using var again = new StudyService(_folder.Path, catalog);
        isFirst = 1;
        var resumed = Task.Run(() => again.Resume(slow));
        await entered.WaitAsync(TimeSpan.FromMinutes(1));

        await Task.Run(() => again.Resume(quick)).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Throws<InvalidOperationException>(() => again.Delete(slow));
        Assert.Throws<CannotResumeException>(() => again.Resume(slow));
        repeating.Set();
        await resumed;
        after.Open();
    }

    [Fact]
    public async Task A_removed_study_that_cannot_be_forgotten_holds_up_no_other()
    {
        using (var service = new StudyService(_folder.Path, Components))
        {
            foreach (var study in new[] { service.Start(Definition), service.Start(Definition) })
            {
                await Until(() => study.Snapshot.Status == StudyStatus.Ended);
                service.Delete(study.Id);
            }
        }

        var tried = new List<string>();
        using var organiser = new StudyOrganiser(
            new DatabaseFile(_folder.File(DatabaseFile.Name)), () => 0, new Later(), Forget, new GuardedWork(_logs));

        Assert.Equal(2, tried.Count);
        Assert.Empty(organiser.Deleted);
        await _logs.With("A fault in forgetting a removed study: what is left of it goes at the next start");

        void Forget(string id)
        {
            tried.Add(id);
            throw new InvalidOperationException("broken");
        }
    }

    private void Change(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File(file)};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task Until(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
            await Task.Delay(10, patience.Token);
    }

    private sealed class OnceOnly(Objective objective)
    {
        private int _made;

        public Objective Create(int threads) =>
            Interlocked.Increment(ref _made) == 1 ? objective : throw new InvalidOperationException("it cannot be made");
    }

    private sealed class FunctionOnCancel(Action onCancelled) : Objective
    {
        public override string Name => "one that ends slowly";

        public override Hpo.Engine.Space.ConfigSpace DefaultSpace => Samples.Space;

        public override Hpo.Engine.Space.Configuration DefaultConfiguration => Initial;

        public override IEvaluation Start(EvaluationRequest request) => new Evaluation(onCancelled);

        private sealed class Evaluation(Action onCancelled) : IEvaluation
        {
            public int Epoch => 0;

            public double RunEpoch(CancellationToken cancellationToken)
            {
                cancellationToken.WaitHandle.WaitOne();
                onCancelled();
                throw new OperationCanceledException(cancellationToken);
            }

            public byte[] SaveCheckpoint() => throw new NotSupportedException();

            public void Dispose()
            {
            }
        }
    }

    /// <summary>A day after the system's clock.</summary>
    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddDays(1);
    }
}
