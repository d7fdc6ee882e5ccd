using Hpo.Studies.Log;

namespace Hpo.Studies.Tests.Log;

/// <summary>
/// What the log kernel promises, whatever is in the log: run once for each kind that uses it. Each host on the folder is a process to the others.
/// </summary>
/// <typeparam name="TLive">What is in memory.</typeparam>
/// <typeparam name="TEvent">What can happen.</typeparam>
/// <typeparam name="TSnapshot">What is folded from it.</typeparam>
public abstract class LogContract<TLive, TEvent, TSnapshot> : LogContractWorld<TLive, TEvent, TSnapshot>
    where TLive : LiveLog<TEvent, TSnapshot>
    where TEvent : class
    where TSnapshot : class, ILogSnapshot
{
    [Fact]
    public async Task What_is_written_is_shown_by_all_who_look_without_gap_or_duplicate()
    {
        var (here, there) = (Start(), Start());
        var (run, mine) = Begin(here, "a");
        var theirs = there.Live.Find("a")!;
        foreach (var happened in Story.Skip((int)mine.Snapshot.Sequence))
            Assert.True(run.TryWrite(happened));
        await Until(() => mine.Snapshot.HasEnded && theirs.Snapshot.HasEnded);
        Assert.Equal((Story.Count, Story.Count), (mine.Snapshot.Sequence, theirs.Snapshot.Sequence));
        Assert.Equal(Enumerable.Range(1, Story.Count).Select(i => (long)i), here.Log.Read("a").Select(logged => logged.Sequence));
        Assert.True(here.Log.Kind.Fold(null, here.Log.Read("a")) is { HasEnded: true });
    }

    [Fact]
    public void Nothing_follows_the_end_of_a_run_and_its_lease_is_given_back_with_it()
    {
        var node = Start();
        var (run, live) = Begin(node, "a");
        WriteRest(run, live);
        Assert.False(run.TryWrite(Story[^1]));
        node.Host.Flush();
        Assert.Equal((true, null), (live.Snapshot.HasEnded, live.LogFailure));
        Assert.NotNull(Start().Host.TryTake("a"));
    }

    [Fact]
    public void Of_several_processes_one_has_the_lease()
    {
        var (here, there) = (Start(), Start());
        Begin(here, "a");
        Assert.True(there.Host.IsElsewhere("a"));
        Assert.True(there.Host.IsAnyElsewhere);
        Assert.Null(there.Host.TryTake("a"));
        Assert.False(here.Host.IsElsewhere("a"));
    }

    [Fact]
    public async Task A_run_that_was_overtaken_writes_nothing_more()
    {
        var node = Start();
        var (run, live) = Begin(node, "a");
        var before = live.Snapshot.Sequence;
        var other = node.Host.TryTake("a")!;
        run.TryWrite(Story[(int)before]);
        node.Host.Flush();
        Assert.NotNull(live.LogFailure);
        Assert.Equal(["a"], node.Unwritten);
        Assert.Throws<IOException>(() => run.TryWrite(Story[(int)before]));
        Assert.Equal(before, node.Log.Read("a").Count);

        // the one that has the lease writes as ever
        Assert.True(node.Host.NewRun(other, before).TryWrite(Story[(int)before]));
        node.Host.Flush();
        Assert.Equal(before + 1, node.Log.Read("a").Count);
        node.Running.Clear();
        await Until(() => live is { LogFailure: null, Snapshot.HasEnded: true });
    }

    [Fact]
    public async Task What_a_dead_process_ran_is_ended_once_and_goes_on_where_it_is_resumed_first()
    {
        var (dead, one, two) = (Start(), Start(), Start());
        var (run, _) = Begin(dead, "a");
        run.TryWrite(Story[1]);
        dead.Host.Flush();
        var (first, second) = (one.Live.Find("a")!, two.Live.Find("a")!);
        Kill(dead);
        await Until(() => first.Snapshot.HasEnded && second.Snapshot.HasEnded);
        Assert.Equal(first.Snapshot.Sequence, second.Snapshot.Sequence);
        Assert.Equal(1, one.Log.Read("a").Count(logged => logged.Event.GetType() == one.Log.Kind.End));

        var lease = two.Host.TryTake("a")!;
        Assert.Null(one.Host.TryTake("a"));
        two.Running["a"] = true;
        Assert.True(two.Host.NewRun(lease, second.Snapshot.Sequence).TryWrite(Resumed));
        await Until(() => !first.Snapshot.HasEnded && !second.Snapshot.HasEnded);
        Assert.Empty(LogCheck.Run(one.Log).Problems);
    }

    [Fact]
    public void What_vanished_before_a_process_came_is_ended_when_it_comes()
    {
        var dead = Start();
        Begin(dead, "a");
        Kill(dead);
        var after = Start();
        Assert.True(after.Live.Find("a")!.Snapshot.HasEnded);
        Assert.Empty(after.Log.Unfinished());
    }

    [Fact]
    public void An_event_of_no_run_is_added_to_what_nobody_runs_and_to_nothing_else()
    {
        var (here, there) = (Start(), Start());
        Begin(here, "a");
        Assert.False(there.Host.TryAppend(there.Live.Find("a")!, Story[1]));
        Store(here.Log, "b", lease: null);
        here.Host.CloseAll();
        var idle = there.Live.Find("b")!;
        var before = idle.Snapshot.Sequence;
        Assert.True(there.Host.TryAppend(idle, Resumed));
        Assert.Equal(before + 1, idle.Snapshot.Sequence);
    }

    [Fact]
    public void What_runs_here_is_not_ended_with_what_others_left()
    {
        var node = Start();
        var (run, live) = Begin(node, "a");
        Store(node.Log, "b", lease: null);
        node.Host.CloseAll();
        Assert.True(node.Live.Find("b")!.Snapshot.HasEnded);
        Assert.True(run.TryWrite(Story[(int)live.Snapshot.Sequence]));
        node.Host.Flush();
        Assert.Equal((false, null), (live.Snapshot.HasEnded, live.LogFailure));
    }

    [Fact]
    public async Task Where_going_on_could_not_be_written_and_nothing_more_is_to_come_all_is_well_again()
    {
        var node = Start();
        Store(node.Log, "a", lease: null);
        node.Host.CloseAll();
        var live = node.Live.Find("a")!;
        var lease = node.Host.TryTake("a")!;
        node.Running["a"] = true;
        Execute($"CREATE TRIGGER full BEFORE INSERT ON {node.Log.Kind.Tables.Event} BEGIN SELECT RAISE(ABORT, 'no room'); END");
        node.Host.NewRun(lease, live.Snapshot.Sequence).TryWrite(Resumed);
        node.Host.Flush();
        Assert.NotNull(live.LogFailure);
        var version = live.Version;

        Execute("DROP TRIGGER full");
        node.Running.Clear();
        await Until(() => live.LogFailure is null);
        Assert.True(live.Version > version);
        var changes = node.Host.Version;
        node.Host.Close(live);
        Assert.Equal(changes, node.Host.Version);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Before_somebody_else_writes_to_a_log_its_own_end_is_in_it(bool isTaken)
    {
        using var held = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var node = Start();
        var (first, began) = Begin(node, "first");
        var (run, live) = Begin(node, "a");
        node.OnEnded = () =>
        {
            held.Set();
            release.Wait(TimeSpan.FromMinutes(1));
        };
        WriteRest(first, began);
        Assert.True(held.Wait(TimeSpan.FromMinutes(1)));
        WriteRest(run, live);

        // whoever comes now comes before the writer
        var other = new Thread(() =>
        {
            if (isTaken)
                node.Host.TryTake("a");
            else
                node.Host.Close(live);
        });
        other.Start();
        Assert.True(SpinWait.SpinUntil(() => (other.ThreadState & (ThreadState.WaitSleepJoin | ThreadState.Stopped)) != 0, TimeSpan.FromMinutes(1)));
        release.Set();
        other.Join();
        node.Host.Flush();
        Assert.Equal((Story.Count, true, null), (live.Snapshot.Sequence, live.Snapshot.HasEnded, live.LogFailure));
        Assert.Equal(Story.Count, node.Log.Read("a").Count);
        Assert.Equal(node.Log.Kind.Json.Write(Story[^1]), node.Log.Kind.Json.Write(node.Log.Read("a")[^1].Event));
    }

    [Fact]
    public void A_command_is_carried_out_where_the_run_is()
    {
        var (here, there) = (Start(), Start());
        Begin(here, "a");
        Assert.Equal("a did it", there.Host.Ask("a", "it"));
        Assert.Equal(["it"], here.Asked);
        Assert.Null(here.Host.Ask("a", "it"));
        Assert.Equal(0L, Execute($"SELECT count(*) FROM {here.Log.Kind.Tables.Request}"));
    }

    [Fact]
    public void Of_what_has_ended_only_the_latest_stay_in_memory()
    {
        var node = Start();
        for (var i = 0; i < 20; i++)
            End(node, $"log {i}");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(Enumerable.Range(0, 20).Count(i => node.Live.InMemory($"log {i}") is not null), 1, 9);
        Assert.True(node.Live.Find("log 0")!.Snapshot.HasEnded);
    }

    [Fact]
    public void What_is_damaged_is_shown_as_far_as_it_can_be_read_and_nothing_is_written_behind_it()
    {
        var node = Start();
        End(node, "a");
        var tables = node.Log.Kind.Tables;
        Execute($"UPDATE {tables.Event} SET body = '{{' WHERE sequence = 3");
        var problem = Assert.Single(LogCheck.Run(node.Log).Problems);
        Assert.Equal(("a", 3L), (problem.LogId, problem.Sequence));

        var after = Start();
        var live = after.Live.Find("a")!;
        Assert.Equal((2L, true), (live.Snapshot.Sequence, after.Live.IsDamaged("a")));
        Assert.Contains("from event 3 on", live.LogFailure, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => after.Host.TryAppend(live, Resumed));
    }

    [Theory]
    [InlineData("DELETE FROM {0} WHERE sequence = 2", 3L)]
    [InlineData("UPDATE {0} SET type = 'noSuchEvent' WHERE sequence = 1", 1L)]
    public void A_check_names_the_first_event_that_is_wrong(string damage, long sequence)
    {
        var node = Start();
        End(node, "a");
        var (logs, events, problems) = LogCheck.Run(node.Log);
        Assert.Equal((1, (long)Story.Count, 0), (logs, events, problems.Count));
        Execute(string.Format(System.Globalization.CultureInfo.InvariantCulture, damage, node.Log.Kind.Tables.Event));
        Assert.Equal(sequence, Assert.Single(LogCheck.Run(node.Log).Problems).Sequence);
    }
}
