using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Log;
using Microsoft.Data.Sqlite;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Log;

public sealed class StudyDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StudyDatabase _database;

    public StudyDatabaseTests()
    {
        _database = new StudyDatabase(_folder.File("studies.db"));
        _database.Add(Header("a", 1));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Studies_are_listed_newest_first()
    {
        _database.Add(Header("b", 3));
        _database.Add(Header("c", 2));
        Assert.Equal(["b", "c", "a"], _database.List().Select(study => study.Id));
    }

    [Fact]
    public void A_study_comes_back_as_it_was_stored()
    {
        var found = _database.Find("a")!;
        Assert.Equal(StudyDefinitionJson.Write(Definition), StudyDefinitionJson.Write(found.Definition));
        Assert.Equal(Header("a", 1).CreatedAt, found.CreatedAt);
        Assert.Null(_database.Find("nobody"));
    }

    [Fact]
    public void Events_come_back_in_order_after_any_sequence_number()
    {
        _database.Append(Pending("a", Events));
        for (var after = 0; after <= Events.Count; after++)
            Assert.Equal(Events.Skip(after), _database.Read("a", after));
    }

    [Fact]
    public void What_was_appended_is_seen_by_another_opening_of_the_file()
    {
        _database.Append(Pending("a", Events));
        Assert.Equal(Events, new StudyDatabase(_database.Path).Read("a"));
    }

    [Fact]
    public void Events_are_added_all_or_none()
    {
        _database.Append(Pending("a", Events.Take(3)));
        Assert.Throws<IOException>(() => _database.Append(Pending("a", Events.Skip(3).Append(Events[0]))));
        Assert.Equal(3, _database.Read("a").Count);
    }

    [Fact]
    public void An_event_of_a_study_that_does_not_exist_is_refused() =>
        Assert.Throws<IOException>(() => _database.Append(Pending("nobody", Events)));

    [Fact]
    public void A_study_is_unfinished_until_its_last_event_ends_it()
    {
        Assert.Equal(["a"], _database.Log.Unfinished());
        _database.Append(Pending("a", Number(new Engine.Tuning.StudyEnded(TimeSpan.Zero, Engine.Tuning.StudyOutcome.Completed, "done"))));
        Assert.Empty(_database.Log.Unfinished());
    }

    [Fact]
    public void Many_readers_and_a_writer_do_not_disturb_each_other()
    {
        Parallel.For(0, 8, i =>
        {
            if (i == 0)
            {
                foreach (var logged in Events)
                    _database.Append(Pending("a", [logged]));
            }
            else
            {
                var seen = _database.Read("a");
                Assert.Equal(Events.Take(seen.Count), seen);
            }
        });
        Assert.Equal(Events, _database.Read("a"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_by_name()
    {
        var path = _folder.File("notes.txt");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("these are my notes. ", 100)));
        var refusal = Assert.Throws<InvalidDataException>(() => new StudyDatabase(path));
        Assert.Contains("notes.txt", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_later_version_is_refused()
    {
        var path = _folder.File("later.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        var refusal = Assert.Throws<InvalidDataException>(() => new StudyDatabase(path));
        Assert.Contains("later version", refusal.Message, StringComparison.Ordinal);
    }

    private static StudyHeader Header(string id, int hour) => new(id, new DateTimeOffset(2026, 11, 22, hour, 0, 0, TimeSpan.Zero), Definition);

    private static IReadOnlyList<PendingEvent<StudyEvent>> Pending(string id, IEnumerable<LoggedEvent<StudyEvent>> events) =>
        [.. events.Select(logged => new PendingEvent<StudyEvent>(id, logged))];
}
