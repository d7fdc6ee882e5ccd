using Hpo.Engine.Tuning;
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
        var told = new List<LoggedEvent<StudyEvent>>();
        using (var writer = new LogWriter<PendingEvent<StudyEvent>>("study log writer", pending => pending.LogId, _database.Append, events =>
        {
            Assert.Equal(events[^1].Event, new StudyDatabase(_database.Path).Read("a")[^1]);
            told.AddRange(events.Select(pending => pending.Event));
        }))
        {
            foreach (var logged in Events)
                writer.Enqueue(new PendingEvent<StudyEvent>("a", logged));
        }

        Assert.Equal(Events, told);
    }

    [Fact]
    public void After_an_event_that_could_not_be_written_no_other_of_its_run_follows_and_other_runs_go_on()
    {
        var told = new List<PendingEvent<StudyEvent>>();
        using (var writer = new LogWriter<PendingEvent<StudyEvent>>("study log writer", pending => pending.LogId, _database.Append, told.AddRange))
        {
            Assert.True(SpinWait.SpinUntil(() => IsRefused(writer, "no such study"), TimeSpan.FromMinutes(1)));
            Assert.False(IsRefused(writer, "a"));
            Assert.True(IsRefused(writer, "no such study"));
        }

        Assert.Equal([Events[0]], told.Select(pending => pending.Event));
        Assert.Equal([Events[0]], _database.Read("a"));
    }

    [Fact]
    public void What_is_written_together_fails_by_itself()
    {
        using var hold = new ManualResetEventSlim();
        var told = new List<PendingEvent<StudyEvent>>();
        var appended = 0;
        using (var writer = new LogWriter<PendingEvent<StudyEvent>>(
            "study log writer",
            pending => pending.LogId,
            events =>
            {
                if (Interlocked.Increment(ref appended) == 1)
                    hold.Wait();
                _database.Append(events);
            },
            told.AddRange))
        {
            writer.Enqueue(new PendingEvent<StudyEvent>("a", Events[0]));
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref appended) == 1, TimeSpan.FromMinutes(1)));
            writer.Enqueue(new PendingEvent<StudyEvent>("nobody", Events[0]));
            writer.Enqueue(new PendingEvent<StudyEvent>("a", Events[1]));
            writer.Enqueue(new PendingEvent<StudyEvent>("nobody", Events[1]));
            writer.Enqueue(new PendingEvent<StudyEvent>("a", Events[2]));
            hold.Set();
        }

        Assert.Equal(Events.Take(3), told.Select(pending => pending.Event));
        Assert.Equal(Events.Take(3), _database.Read("a"));
    }

    [Fact]
    public void Whoever_is_told_and_throws_misses_it_and_the_writer_goes_on()
    {
        var (told, faults) = (new List<LoggedEvent<StudyEvent>>(), new List<string>());
        using (var writer = new LogWriter<PendingEvent<StudyEvent>>(
            "study log writer",
            pending => pending.LogId,
            _database.Append,
            events =>
            {
                told.AddRange(events.Select(pending => pending.Event));
                throw new InvalidOperationException("a fault of the listener's");
            },
            (_, _) => throw new InvalidOperationException("a fault of who is told of failures"),
            fault =>
            {
                faults.Add(fault.Message);
                throw new InvalidOperationException("a fault of who is told of faults");
            }))
        {
            foreach (var logged in Events)
            {
                writer.Enqueue(new PendingEvent<StudyEvent>("a", logged));
                writer.Flush();
            }

            writer.Enqueue(new PendingEvent<StudyEvent>("nobody", Events[0]));
        }

        Assert.Equal(Events, told);
        Assert.Equal(Events, _database.Read("a"));
        Assert.Equal([.. Enumerable.Repeat("a fault of the listener's", Events.Count), "a fault of who is told of failures"], faults);
    }

    private static bool IsRefused(LogWriter<PendingEvent<StudyEvent>> writer, string studyId)
    {
        try
        {
            writer.Enqueue(new PendingEvent<StudyEvent>(studyId, Events[0]));
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
