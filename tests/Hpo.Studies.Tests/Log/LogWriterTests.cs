using Hpo.Studies.Log;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Log;

public sealed class LogWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StudyDatabase _database;

    public LogWriterTests()
    {
        _database = new StudyDatabase(_folder.File("studies.db"));
        _database.Add(new StudyHeader("a", DateTimeOffset.UnixEpoch, Definition));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_event_is_durable_before_anyone_is_told_of_it()
    {
        var told = new List<LoggedEvent>();
        using (var writer = new LogWriter<PendingEvent>("study log writer", _database.Append, events =>
        {
            Assert.Equal(events[^1].Event, new StudyDatabase(_database.Path).Read("a")[^1]);
            told.AddRange(events.Select(pending => pending.Event));
        }))
        {
            foreach (var logged in Events)
                writer.Enqueue(new PendingEvent("a", logged));
        }

        Assert.Equal(Events, told);
    }

    [Fact]
    public void After_an_event_that_could_not_be_written_no_other_follows()
    {
        var told = new List<PendingEvent>();
        using (var writer = new LogWriter<PendingEvent>("study log writer", _database.Append, told.AddRange))
        {
            Assert.True(SpinWait.SpinUntil(() => IsRefused(writer, "no such study"), TimeSpan.FromMinutes(1)));
            Assert.True(IsRefused(writer, "a"));
        }

        Assert.Empty(told);
        Assert.Empty(_database.Read("a"));
    }

    private static bool IsRefused(LogWriter<PendingEvent> writer, string studyId)
    {
        try
        {
            writer.Enqueue(new PendingEvent(studyId, Events[0]));
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
