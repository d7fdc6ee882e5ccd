using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.Data.Sqlite;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

/// <summary>A disk that takes nothing for a while; a trigger in the database plays it.</summary>
public sealed class DiskFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_study_that_could_not_be_written_says_so_and_stops_nothing_else()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, CatalogOf(gate));
        var study = service.Start(Definition);
        await gate.Entered(1);
        await Until(study, () => study.Snapshot.Trials.Count == 1);
        Fill();
        gate.Open();
        await Until(study, () => study.LogFailure is not null);
        Assert.Contains("no room", study.LogFailure, StringComparison.Ordinal);

        Empty();
        var other = service.Start(Definition);
        await Until(other, () => other.Snapshot.Status == StudyStatus.Ended);
        Assert.Equal((StudyOutcome.Completed, null), (other.Snapshot.Outcome, other.LogFailure));
        Assert.Empty(service.Check().Problems);
    }

    [Fact]
    public async Task With_room_again_it_is_resumed_without_a_restart()
    {
        using var gate = new GatedObjective();
        using var service = new StudyService(_folder.Path, CatalogOf(gate));
        var study = service.Start(Definition);
        await gate.Entered(1);
        await Until(study, () => study.Snapshot.Trials.Count == 1);
        Fill();
        gate.Open();
        await Until(study, () => study.LogFailure is not null);
        // its threads may take a moment longer to leave
        Assert.Throws<IOException>(() => SpinWait.SpinUntil(() => Resumes(service, study.Id), TimeSpan.FromMinutes(1)));

        Empty();
        service.Resume(study.Id);
        await Until(study, () => study.Snapshot.Outcome == StudyOutcome.Completed);
        Assert.Null(study.LogFailure);
        Assert.Equal(5, study.Snapshot.Trials.Count);
        Assert.Empty(service.Check().Problems);
        Assert.Equal(study.Snapshot.Sequence, new StudyDatabase(_folder.File("studies.db")).Read(study.Id)[^1].Sequence);
    }

    [Fact]
    public void A_service_opens_on_a_full_disk_and_shows_everything()
    {
        var database = new StudyDatabase(_folder.File("studies.db"));
        database.Add(new StudyHeader("cut", DateTimeOffset.UnixEpoch, Definition));
        database.Append([.. Events.Take(6).Select(logged => new PendingEvent<StudyEvent>("cut", logged))]);
        Fill();
        using var service = new StudyService(_folder.Path, Components);
        Assert.Single(service.List());
        var study = service.Find("cut")!;
        Assert.Equal(6, study.Snapshot.Sequence);
        Assert.Contains("no room", study.LogFailure, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => service.Resume("cut"));
        Empty();
        // the log of this study is not one that the searcher would repeat: it is closed, and stays as it is
        Assert.Throws<CannotResumeException>(() => service.Resume("cut"));
        Assert.Equal((null, StudyOutcome.Interrupted), (study.LogFailure, study.Snapshot.Outcome));
    }

    private static bool Resumes(StudyService service, string id)
    {
        try
        {
            service.Resume(id);
            return true;
        }
        catch (CannotResumeException)
        {
            return false;
        }
    }

    private static async Task Until(LiveStudy study, Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
    }

    private void Fill() => Execute("CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no room'); END");

    private void Empty() => Execute("DROP TRIGGER full");

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("studies.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
