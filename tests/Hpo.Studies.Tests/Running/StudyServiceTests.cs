using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

public sealed class StudyServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_study_runs_to_its_end_without_anybody_watching()
    {
        using var service = Open();
        var study = service.Start(Definition);
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Completed, study.Snapshot.Outcome);
        Assert.Equal(5, study.Snapshot.Trials.Count);
        Assert.Equal(Initial, study.Snapshot.Trials[0].Configuration);
    }

    [Fact]
    public async Task The_same_definition_gives_the_same_configurations_and_errors()
    {
        using var service = Open();
        var (first, second) = (service.Start(Definition), service.Start(Definition with { Workers = 4 }));
        await UntilEnded(first);
        await UntilEnded(second);
        Assert.Equal(
            first.Snapshot.Trials.Select(trial => (trial.Configuration, trial.Error)),
            second.Snapshot.Trials.Select(trial => (trial.Configuration, trial.Error)));
    }

    [Fact]
    public async Task A_finished_study_is_found_again_by_the_next_process()
    {
        StudySummary before;
        using (var service = Open())
        {
            var study = service.Start(Definition);
            await UntilEnded(study);
            before = study.Summary;
        }

        using var reopened = Open();
        Assert.Equal(before, Assert.Single(reopened.List()));
        Assert.Equal(before, reopened.Find(before.Id)!.Summary);
    }

    [Fact]
    public void A_definition_with_problems_starts_and_stores_nothing()
    {
        using var service = Open();
        var refusal = Assert.Throws<InvalidInputException>(() => service.Start(Definition with { Stop = new(Trials: 1_000_000_000) }));
        Assert.Equal("stop.trials", Assert.Single(refusal.Problems).Path);
        Assert.Empty(service.List());
    }

    [Fact]
    public void A_study_whose_objective_cannot_be_made_leaves_nothing_behind()
    {
        var made = 0;
        var function = Components.Objectives.Get("function").Create(1);
        using var service = Open(new StudyCatalog(
            [new ObjectiveEntry("function", "A function", "For tests.", _ => ++made == 1 ? function : throw new InvalidOperationException("no memory"))]));
        var id = StudyService.NewId();
        Assert.Throws<InvalidOperationException>(() => service.Start(Definition, id: id));
        Assert.Equal(2, made);
        Assert.Null(service.Find(id));
        Assert.Empty(service.List());
    }

    [Fact]
    public async Task Stop_lets_running_trials_finish_and_starts_no_others()
    {
        using var gate = new GatedObjective();
        using var service = Open(CatalogOf(gate));
        var study = service.Start(Definition with { Workers = 2 });
        await gate.Entered(2);
        Assert.True(service.Send(study.Id, new StopStudy()).IsDone);
        gate.Open();
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Stopped, study.Snapshot.Outcome);
        Assert.All(study.Snapshot.Trials, trial => Assert.Equal(TrialStatus.Completed, trial.Status));
        Assert.Equal(2, study.Snapshot.Trials.Count);
        Assert.False(service.Send(study.Id, new StopStudy()).IsDone);
    }

    [Fact]
    public async Task Cancel_ends_running_trials_without_an_error_to_show()
    {
        using var gate = new GatedObjective();
        using var service = Open(CatalogOf(gate));
        var study = service.Start(Definition);
        await gate.Entered(1);
        Assert.True(service.Send(study.Id, new CancelStudy()).IsDone);
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Cancelled, study.Snapshot.Outcome);
        Assert.Equal(TrialStatus.Cancelled, study.Snapshot.Trials[0].Status);
        Assert.Empty(study.Snapshot.Incumbents);
    }

    [Fact]
    public async Task Closing_the_service_marks_running_studies_as_interrupted()
    {
        string id;
        using (var gate = new GatedObjective())
        using (var service = Open(CatalogOf(gate)))
        {
            id = service.Start(Definition).Id;
            await gate.Entered(1);
        }

        using var reopened = Open();
        Assert.Equal(StudyOutcome.Interrupted, reopened.Find(id)!.Snapshot.Outcome);
        Assert.Equal(TrialStatus.Interrupted, reopened.Find(id)!.Snapshot.Trials[0].Status);
    }

    [Fact]
    public void A_log_that_breaks_off_is_closed_as_interrupted_and_keeps_its_finished_trials()
    {
        var database = new StudyDatabase(_folder.File("studies.db"));
        database.Add(new StudyHeader("cut", DateTimeOffset.UnixEpoch, Definition));
        database.Append([.. Events.Select(logged => new PendingEvent<StudyEvent>("cut", logged))]);

        using var service = Open();
        var study = service.Find("cut")!.Snapshot;
        Assert.Equal(StudyOutcome.Interrupted, study.Outcome);
        Assert.Equal(
            [TrialStatus.Completed, TrialStatus.NotANumber, TrialStatus.Paused, TrialStatus.Interrupted],
            study.Trials.Select(trial => trial.Status));
        Assert.Equal(0.3, study.Incumbent!.Value.Error);
    }

    [Fact]
    public async Task A_failing_objective_fails_its_trials_and_not_the_study()
    {
        using var service = Open(CatalogOf(configuration =>
            configuration["n"].AsInteger() == 2 ? throw new InvalidOperationException("out of memory") : configuration["x"].AsReal()));
        var study = service.Start(Definition);
        await UntilEnded(study);
        Assert.Equal(StudyOutcome.Completed, study.Snapshot.Outcome);
        Assert.Equal(TrialStatus.Failed, study.Snapshot.Trials[0].Status);
        Assert.Contains("out of memory", study.Snapshot.Trials[0].EndReason, StringComparison.Ordinal);
    }

    private static async Task UntilEnded(LiveStudy study)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot.Status != StudyStatus.Ended)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
    }

    private StudyService Open(StudyCatalog? catalog = null) => new(_folder.Path, catalog ?? Components);
}
