using Hpo.Engine.Validation;
using Hpo.Studies.Catalog;
using Hpo.Studies.Organising;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Organising;

public sealed class StudyOrganiserTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Clock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Notes_and_tags_are_there_after_a_restart()
    {
        string id;
        using (var service = Open())
        {
            id = (await Ended(service)).Id;
            var before = service.Organiser.Revision;
            service.Organiser.SetNotes(id, "first line\r\nsecond\u0007 line  \n");
            service.Organiser.SetTags(id, ["lecture", " week  3 "]);
            service.Organiser.SetTrialNote(id, 2, "odd");
            Assert.True(service.Organiser.Revision > before);
        }

        using var reopened = Open();
        Assert.Equal(new StudyMetadata("first line\nsecond line", ["lecture", "week 3"]), reopened.Organiser.Of(id));
        Assert.Equal("first line", reopened.Organiser.Of(id).FirstLine);
        Assert.Equal([KeyValuePair.Create(2, "odd")], reopened.Organiser.TrialNotes(id));
    }

    [Fact]
    public async Task A_study_has_its_new_name_everywhere_at_once_and_after_a_restart()
    {
        string id;
        using (var service = Open())
        {
            var study = await Ended(service);
            id = study.Id;
            service.Rename(id, "  Better called this ");
            Assert.Equal("Better called this", study.Definition.Name);
            Assert.Equal("Better called this", service.List().Single().Name);
            service.Delete(id);
            Assert.Equal("Better called this", service.Organiser.Deleted.Single().Name);
            service.Restore(id);
        }

        using var reopened = Open();
        Assert.Equal("Better called this", reopened.List().Single().Name);
        Assert.Equal("Better called this", reopened.Find(id)!.Definition.Name);
        using var file = new MemoryStream();
        await reopened.ExportAsync(id, file);
        file.Position = 0;
        Assert.Equal("Better called this", reopened.Import(file).Definition.Name);
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused_and_changes_nothing()
    {
        using var service = Open();
        var study = await Ended(service);
        foreach (var name in new[] { "", "  ", "a\u0007b", new string('x', 101) })
            Assert.Throws<InvalidInputException>(() => service.Rename(study.Id, name));
        Assert.Throws<KeyNotFoundException>(() => service.Rename("nobody", "a name"));
        Assert.Equal(Definition.Name, study.Definition.Name);
    }

    [Fact]
    public async Task An_empty_note_on_a_trial_removes_it()
    {
        using var service = Open();
        var id = (await Ended(service)).Id;
        service.Organiser.SetTrialNote(id, 2, "odd");
        service.Organiser.SetTrialNote(id, 2, "  ");
        Assert.Empty(service.Organiser.TrialNotes(id));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_and_changes_nothing()
    {
        using var service = Open();
        var id = (await Ended(service)).Id;
        service.Organiser.SetNotes(id, "kept");
        Assert.Throws<InvalidInputException>(() => service.Organiser.SetNotes(id, new string('x', NoteRules.MaxStudyLength + 1)));
        Assert.Throws<InvalidInputException>(() => service.Organiser.SetTrialNote(id, 0, new string('x', NoteRules.MaxTrialLength + 1)));
        Assert.Throws<InvalidInputException>(() => service.Organiser.SetTags(id, ["a", "A"]));
        Assert.Equal(new StudyMetadata("kept", []), service.Organiser.Of(id));
    }

    [Fact]
    public void Nothing_is_said_about_a_study_that_is_not_there()
    {
        using var service = Open();
        Assert.Throws<KeyNotFoundException>(() => service.Organiser.SetNotes("nobody", "x"));
        Assert.Throws<KeyNotFoundException>(() => service.Organiser.SetTags("nobody", ["x"]));
        Assert.Throws<KeyNotFoundException>(() => service.Organiser.SetTrialNote("nobody", 0, "x"));
        Assert.Throws<KeyNotFoundException>(() => service.Delete("nobody"));
        Assert.Equal(StudyMetadata.None, service.Organiser.Of("nobody"));
    }

    [Fact]
    public async Task A_deleted_study_is_gone_at_once_and_back_after_undo()
    {
        using var service = Open();
        var id = (await Ended(service)).Id;
        service.Organiser.SetNotes(id, "worth keeping");
        service.Delete(id);
        Assert.Null(service.Find(id));
        Assert.Empty(service.List());
        Assert.Equal((id, Definition.Name), service.Organiser.Deleted.Select(study => (study.Id, study.Name)).Single());
        Assert.Throws<KeyNotFoundException>(() => service.Organiser.SetNotes(id, "x"));

        Assert.True(service.Restore(id));
        Assert.Equal(5, service.Find(id)!.Snapshot.Trials.Count);
        Assert.Equal("worth keeping", service.Organiser.Of(id).Notes);
        Assert.Empty(service.Organiser.Deleted);
        Assert.False(service.Restore(id));
    }

    [Fact]
    public async Task It_can_be_brought_back_for_ten_minutes_across_restarts_and_not_longer()
    {
        string id;
        using (var service = Open())
        {
            id = (await Ended(service)).Id;
            service.Delete(id);
        }

        _clock.Advance(TimeSpan.FromMinutes(9));
        using (var service = Open())
        {
            Assert.Null(service.Find(id));
            Assert.True(service.Restore(id));
            service.Delete(id);
        }

        _clock.Advance(StudyOrganiser.UndoTime);
        using var later = Open();
        Assert.Empty(later.Organiser.Deleted);
        Assert.False(later.Restore(id));
        Assert.Empty(later.Check().Problems);
        Assert.Equal(0, later.Check().Studies);
    }

    [Fact]
    public async Task A_study_that_runs_cannot_be_deleted()
    {
        using var gate = new GatedObjective();
        using var service = Open(CatalogOf(gate));
        var study = service.Start(Definition);
        await gate.Entered(1);
        Assert.Throws<InvalidOperationException>(() => service.Delete(study.Id));
        service.Send(study.Id, new CancelStudy());
        await UntilEnded(study);
        service.Delete(study.Id);
        Assert.Empty(service.List());
    }

    private StudyService Open(StudyCatalog? catalog = null) => new(_folder.Path, catalog ?? Components, _clock);

    private static async Task<LiveStudy> Ended(StudyService service)
    {
        var study = service.Start(Definition);
        await UntilEnded(study);
        return study;
    }

    private static async Task UntilEnded(LiveStudy study)
    {
        for (var sequence = 0L; study.Snapshot.Status != StudyStatus.Ended; sequence = study.Snapshot.Sequence)
            await study.WaitForChangeAsync(sequence).WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>The system's clock, some time ahead.</summary>
    private sealed class Clock : TimeProvider
    {
        private TimeSpan _ahead;

        public void Advance(TimeSpan time) => _ahead += time;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
    }
}
