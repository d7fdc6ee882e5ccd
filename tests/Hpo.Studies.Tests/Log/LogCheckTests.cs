using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Microsoft.Data.Sqlite;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Log;

public sealed class LogCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StudyDatabase _database;

    public LogCheckTests()
    {
        _database = new StudyDatabase(_folder.File("studies.db"));
        foreach (var id in new[] { "a", "b" })
        {
            _database.Add(new StudyHeader(id, DateTimeOffset.UnixEpoch, Definition));
            _database.Append([.. Events.Select(logged => new PendingEvent<StudyEvent>(id, logged))]);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_database_has_no_problems()
    {
        var result = _database.Check();
        Assert.Equal((2, 2L * Events.Count), (result.Studies, result.Events));
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("DELETE FROM event WHERE study_id = 'a' AND sequence = 4", 5L)]
    [InlineData("UPDATE event SET body = '{' WHERE study_id = 'a' AND sequence = 4", 4L)]
    [InlineData("UPDATE event SET type = 'noSuchEvent' WHERE study_id = 'a' AND sequence = 4", 4L)]
    [InlineData("""UPDATE event SET body = replace(body, '"trialId":0', '"trialId":77') WHERE study_id = 'a' AND sequence = 4""", 4L)]
    public void An_event_that_is_missing_or_makes_no_sense_is_named(string damage, long sequence)
    {
        Execute(damage);
        var problem = Assert.Single(_database.Check().Problems);
        Assert.Equal(("a", sequence), (problem.LogId, problem.Sequence));
    }

    [Fact]
    public void A_definition_that_cannot_be_read_is_named()
    {
        Execute("UPDATE study SET definition = 'null' WHERE id = 'b'");
        var problem = Assert.Single(_database.Check().Problems);
        Assert.Equal(("b", null), (problem.LogId, problem.Sequence));
    }

    [Fact]
    public void Events_of_nobody_are_found()
    {
        Execute("INSERT INTO event VALUES ('nobody', 1, 'stopRequested', '{}')");
        Assert.Contains("a study that does not exist", Assert.Single(_database.Check().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_whose_log_is_damaged_is_shown_as_far_as_it_goes_and_the_others_are_well()
    {
        Execute("UPDATE event SET body = '{' WHERE study_id = 'a' AND sequence = 8");
        using var service = new StudyService(_folder.Path, Components);
        Assert.Equal(2, service.List().Count);
        var damaged = service.Find("a")!;
        Assert.Equal(7, damaged.Snapshot.Sequence);
        Assert.StartsWith("The log cannot be read from event 8 on: ", damaged.LogFailure, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<CannotResumeException>(() => service.Resume("a")).Message, StringComparison.Ordinal);
        Assert.Equal((null, true), (service.Find("b")!.LogFailure, service.Find("b")!.Snapshot.CanResume));
    }

    [Theory]
    [InlineData("null", "Study b")]
    [InlineData("{", "Study b")]
    [InlineData("""{"name":"of a later version","version":99,"anything":[]}""", "of a later version")]
    public void A_study_whose_definition_cannot_be_read_is_listed_with_its_problem_and_the_others_are_well(string definition, string name)
    {
        Execute($"UPDATE study SET definition = '{definition}' WHERE id = 'b'");
        using var service = new StudyService(_folder.Path, Components);
        var list = service.List();
        Assert.Equal(["a small study", name], list.OrderBy(study => study.Id).Select(study => study.Name));
        Assert.StartsWith("The definition of this study cannot be read", list.Single(study => study.Id == "b").Problem, StringComparison.Ordinal);
        Assert.Null(list.Single(study => study.Id == "a").Problem);
        Assert.Contains("definition", service.Find("b")!.LogFailure, StringComparison.Ordinal);
        Assert.Contains("definition", Assert.Throws<CannotResumeException>(() => service.Resume("b")).Message, StringComparison.Ordinal);
        Assert.True(service.Find("a")!.Snapshot.CanResume);
    }

    [Fact]
    public void Compaction_gives_room_back_and_keeps_everything()
    {
        Execute("UPDATE study SET definition = definition || hex(zeroblob(2000000)) WHERE id = 'b'");
        Execute("UPDATE study SET definition = (SELECT definition FROM study WHERE id = 'a') WHERE id = 'b'");
        var (before, after) = _database.Compact();
        Assert.True(before > 2_000_000, $"{before} bytes before");
        Assert.True(after < 200_000, $"{after} bytes after");
        Assert.Equal(Events, _database.Read("a"));
        Assert.Empty(_database.Check().Problems);
    }

    [Fact]
    public async Task The_database_is_not_compacted_under_a_running_study()
    {
        using var folder = new TemporaryFolder();
        using var gate = new GatedObjective();
        using var service = new StudyService(folder.Path, CatalogOf(gate));
        var study = service.Start(Definition);
        await gate.Entered(1);
        Assert.Throws<InvalidOperationException>(() => service.Compact());
        Assert.Empty(service.Check().Problems);
        service.Send(study.Id, new CancelStudy());
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_database.Path};Pooling=false;Foreign Keys=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
