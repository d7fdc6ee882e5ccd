using Hpo.Engine.Tuning;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Running.Commands;
using Hpo.Studies.Views;
using Microsoft.Data.Sqlite;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Running;

/// <summary>Several services on one folder: each of them is a process to the others.</summary>
public sealed class SharedFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GatedObjective _gate = new();

    public void Dispose()
    {
        _gate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_study_is_stopped_from_where_it_does_not_run()
    {
        using var here = Open();
        using var there = Open();
        var study = here.Start(Definition with { Workers = 2 });
        await _gate.Entered(2);
        Assert.True(there.Send(study.Id, new StopStudy()).IsDone);
        _gate.Open();
        var seen = there.Find(study.Id)!;
        await Until(seen, () => seen.Snapshot.Status == StudyStatus.Ended);
        Assert.Equal((StudyOutcome.Stopped, 2), (seen.Snapshot.Outcome, seen.Snapshot.Trials.Count));
        Assert.False(there.Send(study.Id, new StopStudy()).IsDone);
        Assert.Equal(0L, Execute("SELECT count(*) FROM request"));
    }

    [Fact]
    public async Task And_cancelled()
    {
        using var here = Open();
        using var there = Open();
        var study = here.Start(Definition);
        await _gate.Entered(1);
        Assert.True(there.Send(study.Id, new CancelStudy()).IsDone);
        await Until(study, () => study.Snapshot.Outcome == StudyOutcome.Cancelled);
    }

    [Fact]
    public void A_study_that_another_process_renames_is_called_so_here_too()
    {
        using var here = Open();
        using var there = Open();
        var study = here.Start(Definition);
        there.Rename(study.Id, "renamed there");
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                here.Organiser.Refresh();
                return here.List().Single().Name == "renamed there" && here.Find(study.Id)!.Definition.Name == "renamed there";
            },
            TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void What_a_dead_process_has_asked_is_forgotten()
    {
        using var here = Open();
        new StudyDatabase(_folder.File("studies.db")).Add(new StudyHeader("a", DateTimeOffset.UnixEpoch, Definition));
        Execute("INSERT INTO request (study_id, asker, command) VALUES ('a', 'dead', 'cancel')");
        Assert.True(SpinWait.SpinUntil(() => (long)Execute("SELECT count(*) FROM request")! == 0, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task And_steered_with_what_takes_it_back()
    {
        using var here = Open();
        using var there = Open();
        var study = here.Start(Definition);
        await _gate.Entered(1);
        var seen = there.Find(study.Id)!;
        var more = there.Send(study.Id, new SetNumberOfTrials(7));
        Assert.Equal((true, "The study has 7 trials now.", new SetNumberOfTrials(5)), (more.IsDone, more.Words, more.Undo));
        await Until(seen, () => seen.Snapshot.NumberOfTrials == 7);
        Assert.Contains("too many", there.Send(study.Id, new SetWorkers(1000)).Words, StringComparison.Ordinal);
        var attempt = there.Send(study.Id, new TryConfiguration(Initial));
        await Until(seen, () => seen.Snapshot.Enqueued.Count == 1);
        Assert.True(there.Send(study.Id, attempt.Undo!).IsDone);
        await Until(seen, () => seen.Snapshot.Enqueued.IsEmpty);
        here.Send(study.Id, new CancelStudy());
    }

    [Fact]
    public async Task A_service_that_opens_leaves_alone_what_another_one_runs()
    {
        using var here = Open();
        var study = here.Start(Definition);
        await _gate.Entered(1);
        await Until(study, () => study.Snapshot.Running == 1);
        using var there = Open();
        Assert.Equal(StudyStatus.Running, there.Find(study.Id)!.Snapshot.Status);
        Assert.Equal(StudyStatus.Running, Assert.Single(there.List()).Status);
        Assert.Throws<InvalidOperationException>(() => there.Compact());
        here.Send(study.Id, new CancelStudy());
    }

    [Fact]
    public async Task A_run_that_has_lost_its_lease_writes_nothing_more()
    {
        using var here = Open();
        using var there = Open();
        var study = here.Start(Definition);
        await _gate.Entered(1);
        await Until(study, () => study.Snapshot.Running == 1);
        // as if its lock had been deleted by hand, and another process had gone on
        Execute("UPDATE lease SET process = 'another', token = token + 1");
        var before = Execute("SELECT count(*) FROM event");
        _gate.Open();
        await Until(study, () => study.LogFailure is not null || study.Snapshot.CanResume);
        // what is written is only that it was interrupted
        var seen = there.Find(study.Id)!;
        await Until(seen, () => seen.Snapshot.CanResume);
        Assert.Equal((long)before! + 2, Execute("SELECT count(*) FROM event"));
        await Until(study, () => study.LogFailure is null && study.Snapshot.CanResume);
        Assert.Empty(here.Check().Problems);
    }

    [Fact]
    public void The_study_of_a_dead_process_is_closed_by_one_of_those_that_live()
    {
        using var here = Open();
        using var there = Open();
        new StudyDatabase(_folder.File("studies.db")).Add(new StudyHeader("orphan", DateTimeOffset.UnixEpoch, Definition), new Lease("orphan", "dead", 7));
        Assert.True(SpinWait.SpinUntil(() => here.Find("orphan")!.Snapshot.CanResume && there.Find("orphan")!.Snapshot.CanResume, TimeSpan.FromMinutes(1)));
        Assert.Equal(1L, Execute("SELECT count(*) FROM event"));
        Assert.Equal("", Execute("SELECT process FROM lease"));
    }

    [Fact]
    public async Task Leases_are_counted_on_and_given_back()
    {
        using var here = Open();
        var study = here.Start(Definition);
        await _gate.Entered(1);
        here.Send(study.Id, new CancelStudy());
        await Until(study, () => study.Snapshot.Status == StudyStatus.Ended);
        Assert.Equal("|1", Execute("SELECT process || '|' || token FROM lease"));
    }

    [Fact]
    public void An_earlier_version_that_uses_the_folder_keeps_this_one_out_and_the_other_way_round()
    {
        using (new FolderLock(_folder.Path, "studies.lock"))
            Assert.Contains("in use by another process", Assert.Throws<FolderInUseException>(Open).Message, StringComparison.Ordinal);
        using var here = Open();
        using var there = Open();
        Assert.Throws<FolderInUseException>(() => new FolderLock(_folder.Path, "studies.lock"));
    }

    private static async Task Until(LiveStudy study, Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!isSo())
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
    }

    private StudyService Open() => new(_folder.Path, CatalogOf(_gate));

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("studies.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
