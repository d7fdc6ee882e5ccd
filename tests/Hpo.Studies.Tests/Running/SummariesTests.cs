using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.Data.Sqlite;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

public sealed class SummariesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_study_that_has_ended_is_listed_without_reading_its_events()
    {
        var before = RunOne();
        Execute("UPDATE event SET body = '{' WHERE sequence = 2");
        using var service = Open();
        Assert.Equal(before, Assert.Single(service.List()));
    }

    [Theory]
    [InlineData("UPDATE summary SET sequence = 1, body = replace(body, 'a small study', 'another')")]
    [InlineData("UPDATE summary SET body = '{}'")]
    [InlineData("UPDATE summary SET body = '{'")]
    [InlineData("DELETE FROM summary")]
    public void A_summary_that_does_not_hold_is_made_anew_and_kept(string change)
    {
        var before = RunOne();
        Execute(change);
        for (var i = 0; i < 2; i++)
        {
            using var service = Open();
            Assert.Equal(before, Assert.Single(service.List()));
            // only the first time the events are needed
            Execute("UPDATE event SET body = '{' WHERE sequence = 2");
        }
    }

    [Fact]
    public void What_another_process_writes_is_in_the_next_list()
    {
        using var service = Open();
        Assert.Empty(service.List());
        var database = new StudyDatabase(_folder.File("studies.db"));
        database.Add(new StudyHeader("a", DateTimeOffset.UnixEpoch, Definition));
        Assert.Equal(StudyStatus.Created, Assert.Single(service.List()).Status);
        database.Append([.. Events.Append(new LoggedEvent<StudyEvent>(Events.Count + 1, new StudyEnded(Seconds(5), StudyOutcome.Stopped, "enough"))).Select(logged => new PendingEvent<StudyEvent>("a", logged))]);
        Assert.True(SpinWait.SpinUntil(() => service.List()[0].Outcome == StudyOutcome.Stopped, TimeSpan.FromMinutes(1)));
    }

    private StudySummary RunOne()
    {
        using var service = Open();
        var study = service.Start(Definition);
        Assert.True(SpinWait.SpinUntil(() => study.Snapshot.Status == StudyStatus.Ended, TimeSpan.FromMinutes(1)));
        return study.Summary;
    }

    private StudyService Open() => new(_folder.Path, Components);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("studies.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
