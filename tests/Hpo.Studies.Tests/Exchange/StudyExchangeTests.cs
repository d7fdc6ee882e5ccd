using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Organising;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Exchange;

public sealed class StudyExchangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new(), _other = new();

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_study_opens_in_another_installation_as_it_was_and_is_kept_there()
    {
        byte[] file;
        StudySnapshot before;
        using (var service = new StudyService(_folder.Path, Components))
        {
            var study = service.Start(Definition);
            await UntilEnded(study);
            service.Organiser.SetNotes(study.Id, "Worth keeping");
            service.Organiser.SetTags(study.Id, ["class"]);
            service.Organiser.SetTrialNote(study.Id, 3, "Look at this one");
            (file, before) = (await Export(service, study.Id), study.Snapshot);
        }

        string id;
        using (var other = new StudyService(_other.Path, Components))
        {
            var imported = other.Import(new MemoryStream(file), "a student");
            id = imported.Id;
            Assert.Equal(("a student", StudyOutcome.Completed), (imported.Owner, imported.Snapshot.Outcome));
            Assert.Equal(new StudyMetadata("Worth keeping", ["class"]), other.Organiser.Of(id));
            Assert.Equal("Look at this one", other.Organiser.TrialNotes(id)[3]);
        }

        using var reopened = new StudyService(_other.Path, Components);
        var kept = reopened.Find(id)!;
        Assert.Equal(("a student", before.Sequence), (kept.Owner, kept.Snapshot.Sequence));
        Assert.Equal(before.Trials.Select(trial => (trial.Configuration, trial.Error, trial.Status)), kept.Snapshot.Trials.Select(trial => (trial.Configuration, trial.Error, trial.Status)));
        Assert.Empty(reopened.Check().Problems);
        Assert.Equal(file, await Export(reopened, id));
    }

    [Fact]
    public async Task A_study_that_was_running_is_interrupted_where_it_arrives_and_can_be_resumed_there()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, CatalogOf(gate));
        var study = service.Start(Definition);
        await gate.Entered(1);
        await study.WaitForChangeAsync(1);

        var file = await Export(service, study.Id);
        using var other = new StudyService(_other.Path, Components);
        var imported = other.Import(new MemoryStream(file));

        Assert.Equal((StudyStatus.Ended, StudyOutcome.Interrupted), (imported.Snapshot.Status, imported.Snapshot.Outcome));
        Assert.Equal(StudyStatus.Running, study.Snapshot.Status);
        var arrived = imported.Snapshot.Sequence;
        other.Resume(imported.Id);
        await imported.WaitForChangeAsync(arrived);
        await UntilEnded(imported);
        Assert.Equal((StudyOutcome.Completed, 5), (imported.Snapshot.Outcome, imported.Snapshot.Trials.Count));
        gate.Open();
        await UntilEnded(study);
    }

    [Fact]
    public async Task A_study_of_an_objective_that_is_not_here_can_be_looked_at_but_not_run()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, CatalogOf(gate));
        var study = service.Start(Definition);
        await gate.Entered(1);
        var file = await Export(service, study.Id);
        gate.Open();

        using var other = new StudyService(_other.Path, new StudyCatalog([new ObjectiveEntry("another", "Another", "For tests.", _ => gate)]));
        var imported = other.Import(new MemoryStream(file));
        Assert.Single(other.List());
        Assert.Contains("no objective called \"function\"", Assert.Throws<InvalidInputException>(() => other.Resume(imported.Id)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_problems_leaves_nothing_behind()
    {
        using var service = new StudyService(_folder.Path, Components);
        var study = service.Start(Definition);
        await UntilEnded(study);
        var file = await Export(service, study.Id);

        Assert.Throws<InvalidInputException>(() => service.Import(new MemoryStream(file[..^1])));
        Assert.Equal(study.Id, Assert.Single(service.List()).Id);
        Assert.NotEqual(study.Id, service.Import(new MemoryStream(file)).Id);
    }

    [Fact]
    public async Task Ten_thousand_trials_travel()
    {
        using var service = new StudyService(_folder.Path, Components);
        List<StudyEvent> events = [new StudyStarted(TimeSpan.Zero, default)];
        for (var trial = 0; trial < 10_000; trial++)
        {
            events.Add(new TrialStarted(Seconds(trial), trial, Initial, "drawn at random", 0));
            events.Add(new EpochReported(Seconds(trial + 0.5), trial, 1, 1.0 / (trial + 1), Seconds(0.5)));
            events.Add(new TrialEnded(Seconds(trial + 1), trial, TrialStatus.Completed, Seconds(1), null));
        }

        events.Add(new StudyEnded(Seconds(10_000), StudyOutcome.Completed, "All trials have ended."));
        using var stream = new MemoryStream();
        await Studies.Exchange.StudyFileWriter.WriteAsync(new(default, Definition, Number([.. events])), stream);
        stream.Position = 0;

        var imported = service.Import(stream);
        Assert.Equal((10_000, 1e-4), (imported.Snapshot.Ended, imported.Snapshot.Incumbent!.Value.Error));
        Assert.Equal(stream.ToArray(), await Export(service, imported.Id));
    }

    private static async Task<byte[]> Export(StudyService service, string id)
    {
        using var stream = new MemoryStream();
        await service.ExportAsync(id, stream);
        return stream.ToArray();
    }

    private static async Task UntilEnded(LiveStudy study)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot.Status != StudyStatus.Ended)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
    }
}
