using Hpo.Studies.Log;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Log;

/// <summary>What is asked of another process is either done or withdrawn, and the asker is told which.</summary>
public sealed class RequestsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseFile _file;
    private readonly ChangeWatch _changes;
    private readonly ProcessLock _here, _there;
    private readonly LeaseTable _leases = new(StudyLog.Kind.Tables);
    private readonly Requests _answerer;

    public RequestsTests()
    {
        var database = new StudyDatabase(_folder.File(DatabaseFile.Name));
        _file = database.File;
        _changes = new ChangeWatch(_file);
        (_here, _there) = (new ProcessLock(_folder.File("processes")), new ProcessLock(_folder.File("processes")));
        foreach (var id in new[] { "a", "b" })
            database.Add(new StudyHeader(id, DateTimeOffset.UnixEpoch, Definition), new Leases(_file, _leases, _here).New(id));
        _answerer = new Requests(_file, StudyLog.Kind.Tables, new Leases(_file, _leases, _here), _here, _changes, TimeProvider.System);
    }

    public void Dispose()
    {
        _changes.Dispose();
        _here.Dispose();
        _there.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_withdrawn_while_others_were_answered_is_not_done()
    {
        var first = AskAsync("a", TimeSpan.FromMinutes(1));
        await Open(1);
        var second = AskAsync("b", TimeSpan.FromSeconds(0.5));
        await Open(2);
        var done = new List<string>();

        _answerer.Answer(_ => true, (study, _) =>
        {
            done.Add(study);
            // the second asker loses patience while the first one's command is carried out
            if (study == "a")
                Assert.Contains("nothing was changed", Assert.ThrowsAsync<IOException>(() => second).Result.Message, StringComparison.Ordinal);
            return "done";
        });

        Assert.Equal("done", await first);
        Assert.Equal(["a"], done);
    }

    [Fact]
    public async Task What_was_begun_is_waited_for_beyond_all_patience()
    {
        var patience = TimeSpan.FromSeconds(0.3);
        var asked = AskAsync("a", patience);
        await Open(1);

        _answerer.Answer(_ => true, (_, _) =>
        {
            Assert.False(asked.Wait(patience * 3));
            return "done all the same";
        });

        Assert.Equal("done all the same", await asked);
    }

    private Task<string?> AskAsync(string study, TimeSpan patience) =>
        Task.Factory.StartNew(
            () => new Requests(_file, StudyLog.Kind.Tables, new Leases(_file, _leases, _there), _there, _changes, TimeProvider.System, patience).Ask(study, "a command"),
            TaskCreationOptions.LongRunning);

    private async Task Open(long requests)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (_file.Use(connection => DatabaseFile.Rows(connection, "SELECT count(*) FROM request", row => row.GetInt64(0)).Single()) < requests)
            await Task.Delay(5, patience.Token);
    }
}
