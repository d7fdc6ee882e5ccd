using Hpo.Engine.Objectives;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

/// <summary>Studies that were interrupted and go on.</summary>
public sealed class ResumptionTests : IDisposable
{
    private static readonly SyntheticCurve Curve = new();

    private static readonly StudyDefinition Climb = Definition with
    {
        Space = Curve.DefaultSpace,
        InitialConfigurations = [Curve.DefaultConfiguration],
        Stop = new(Trials: 12),
        MaxEpochs = 9,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fifo")]
    [InlineData("median-stopping")]
    [InlineData("asha-promotion")]
    [InlineData("hyperband")]
    public Task A_killed_study_goes_on_to_the_trials_it_would_have_had(string scheduler) =>
        AssertGoesOnAsIfNeverCut(CatalogOf(Curve), Climb with { Scheduler = new(scheduler) });

    [Theory]
    [InlineData("tpe")]
    [InlineData("cma-es")]
    public Task So_does_one_that_began_warm(string searcher) => AssertGoesOnAsIfNeverCut(CatalogOf(Curve), Climb with
    {
        Searcher = new(searcher),
        WarmStart = new() { Trials = [.. Enumerable.Range(1, 30).Select(i => new EarlierTrial(Curve.DefaultConfiguration, 1.0 / i, 9))] },
    });

    [Fact]
    public Task So_does_a_simulated_one_with_any_number_of_workers() =>
        AssertGoesOnAsIfNeverCut(CatalogOf(new SimulatedObjective()), Definition with { MaxEpochs = 3, Workers = 3, Stop = new(Trials: 7) });

    [Fact]
    public async Task It_goes_on_after_the_service_was_closed_and_counts_the_time_it_ran()
    {
        string id;
        using (var gate = new GatedObjective())
        using (var service = Open(CatalogOf(gate)))
        {
            id = service.Start(Definition).Id;
            await gate.Entered(1);
        }

        using var reopened = Open(Components);
        var before = reopened.Find(id)!.Snapshot;
        var study = reopened.Resume(id);
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Completed, study.Snapshot.Outcome);
        Assert.Equal(5, study.Snapshot.Trials.Count);
        Assert.All(study.Snapshot.Trials, trial => Assert.Equal(TrialStatus.Completed, trial.Status));
        Assert.True(study.Snapshot.Elapsed >= before.Elapsed);
        Assert.False(study.Snapshot.CanResume);
        Assert.Equal(2, study.Snapshot.Trials[0].Stretches.Length);
    }

    [Fact]
    public async Task While_it_goes_on_it_can_be_stopped_like_any_other()
    {
        string id;
        using (var gate = new GatedObjective())
        using (var service = Open(CatalogOf(gate)))
        {
            id = service.Start(Definition).Id;
            await gate.Entered(1);
        }

        using var second = new GatedObjective();
        using var reopened = Open(CatalogOf(second));
        var study = reopened.Resume(id);
        await second.Entered(1);
        Assert.Throws<CannotResumeException>(() => reopened.Resume(id));
        Assert.True(reopened.Send(id, new StopStudy()).IsDone);
        second.Open();
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Stopped, study.Snapshot.Outcome);
        Assert.Throws<CannotResumeException>(() => reopened.Resume(id));
    }

    [Fact]
    public void A_study_whose_log_this_program_would_not_repeat_stays_as_it_is()
    {
        var database = new StudyDatabase(_folder.File("studies.db"));
        database.Add(new StudyHeader("other", DateTimeOffset.UnixEpoch, Definition));
        database.Append([.. Events.Select(logged => new PendingEvent<StudyEvent>("other", logged))]);
        using var service = Open(Components);
        var before = service.Find("other")!.Snapshot;
        var refusal = Assert.Throws<CannotResumeException>(() => service.Resume("other"));
        Assert.Contains("by its log, trial 1 was started with", refusal.Message, StringComparison.Ordinal);
        Assert.Same(before, service.Find("other")!.Snapshot);
        Assert.Throws<KeyNotFoundException>(() => service.Resume("nobody"));
    }

    /// <summary>Runs a study, cuts its log at one place after another, and compares what follows with what was.</summary>
    private async Task AssertGoesOnAsIfNeverCut(StudyCatalog catalog, StudyDefinition definition)
    {
        IReadOnlyList<LoggedEvent<StudyEvent>> whole;
        using (var service = Open(catalog))
        {
            var study = service.Start(definition);
            await UntilEnded(study);
            whole = study.EventsAfter(0)!;
        }

        for (var length = 0; length < whole.Count; length += 7)
        {
            using var folder = new TemporaryFolder();
            var database = new StudyDatabase(folder.File("studies.db"));
            database.Add(new StudyHeader("cut", DateTimeOffset.UnixEpoch, definition));
            database.Append([.. whole.Take(length).Select(logged => new PendingEvent<StudyEvent>("cut", logged))]);
            using var service = new StudyService(folder.Path, catalog);
            Assert.True(service.Find("cut")!.Snapshot.CanResume);
            var study = service.Resume("cut");
            await UntilEnded(study);
            Assert.Equal(StudyOutcome.Completed, study.Snapshot.Outcome);
            Assert.Equal(StudySnapshot.Empty.Apply(whole).Trials.Select(Told), study.Snapshot.Trials.Select(Told));
            Assert.Equal(study.Snapshot.CumulativeRuntime.Ticks, study.Snapshot.Trials.Sum(trial => trial.Runtime.Ticks));
        }

        static string Told(TrialView trial) =>
            $"{trial.Id} {trial.Configuration} {trial.Status} {string.Join(' ', trial.Curve.Select(point => $"{point.Epoch}: {point.Error:R}"))}";
    }

    private static async Task UntilEnded(LiveStudy study)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot.Status != StudyStatus.Ended || study.Snapshot.CanResume)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
    }

    private StudyService Open(StudyCatalog catalog) => new(_folder.Path, catalog);
}
