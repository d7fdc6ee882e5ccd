using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Engine.Validation;
using Hpo.Studies.Log;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

/// <summary>Comparisons in memory and in lists: found again, shared by all who look, and given up when nobody does.</summary>
public sealed class LiveComparisonsTests : ComparisonTest
{
    [Fact]
    public async Task A_finished_comparison_is_found_again_by_the_next_process()
    {
        string id;
        ComparisonSnapshot before;
        ComparisonSummary line;
        using (var service = Open())
        {
            var comparison = service.Start(Definition);
            await UntilEnded(comparison);
            Assert.True(service.Rename(comparison.Id, " a better name "));
            (id, before, line) = (comparison.Id, comparison.Snapshot, comparison.Summary);
        }

        using var reopened = Open();
        Assert.Equal(line, Assert.Single(reopened.List()));
        var after = reopened.Find(id)!.Snapshot;
        Assert.Equal("a better name", after.Name);
        Assert.Equal((before.Sequence, before.StartedAt, before.EndedAt, before.Outcome), (after.Sequence, after.StartedAt, after.EndedAt, after.Outcome));
        Assert.True(SameResults.Are(before.Results, after.Results));
        Assert.Equal(line, Assert.Single(reopened.List()));
    }

    [Fact]
    public void A_log_that_breaks_off_is_closed_as_interrupted()
    {
        var database = new ComparisonDatabase(Folder.File("studies.db"));
        database.Add("cut", new ComparisonStarted(DateTimeOffset.UnixEpoch, Definition, "1", "here"));
        database.Append([new("cut", new(2, new RepetitionFinished(Result(), 0.1)))]);

        using var service = Open();
        Assert.Equal(ComparisonOutcome.Interrupted, Assert.Single(service.List()).Outcome);
        Assert.Equal((true, 1), (service.Find("cut")!.Snapshot.CanResume, service.Find("cut")!.Snapshot.Results.Count));
    }

    [Fact]
    public async Task Of_comparisons_that_have_ended_only_the_latest_stay_in_memory()
    {
        using var service = Open();
        var all = new List<WeakReference>();
        for (var i = 0; i < 12; i++)
            all.Add(await RunOne(service));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // the last one may still be held by what has just run it
        Assert.InRange(all.Count(comparison => comparison.IsAlive), 1, 9);
        Assert.Equal(12, service.List().Count(comparison => comparison.Done == Definition.TotalResults));

        static async Task<WeakReference> RunOne(ComparisonService service)
        {
            var comparison = service.Start(Definition);
            await UntilEnded(comparison);
            return new WeakReference(comparison);
        }
    }

    [Fact]
    public async Task One_that_was_given_up_is_read_again_with_the_name_it_has()
    {
        using var service = Open();
        var id = service.List().Count == 0 ? await Ended("first") : "";
        for (var i = 0; i < 10; i++)
            await Ended($"filler {i}");
        GC.Collect();
        Assert.True(service.Rename(id, "renamed"));
        for (var i = 0; i < 10; i++)
            await Ended($"more {i}");
        GC.Collect();

        Assert.Equal("renamed", Assert.Single(service.List(), comparison => comparison.Id == id).Name);
        Assert.Equal("renamed", service.Find(id)!.Snapshot.Name);

        async Task<string> Ended(string name)
        {
            var comparison = service.Start(Definition with { Name = name, Repetitions = 1 });
            await UntilEnded(comparison);
            return comparison.Id;
        }
    }

    [Fact]
    public void A_name_is_one()
    {
        using var service = Open();
        Assert.Throws<InvalidInputException>(() => service.Rename("unknown", ""));
        Assert.False(service.Rename("unknown", "a name"));
    }

    [Fact]
    public async Task A_reader_that_slept_takes_the_newest_state_and_skips_the_rest()
    {
        using var service = Open();
        var comparison = service.Start(Definition);
        await UntilEnded(comparison);
        var version = comparison.Version;

        Assert.True(comparison.WaitForChangeAsync(1).IsCompleted);
        var next = comparison.WaitForChangeAsync(version);
        Assert.False(next.IsCompleted);
        service.Rename(comparison.Id, "news");
        await next;
        Assert.Equal("news", comparison.Snapshot.Name);
    }

    [Fact]
    public async Task A_repetition_keeps_a_few_hundred_bytes()
    {
        using var service = Open();
        // a comparison of many trials each: none of them may be kept
        var comparison = service.Start(Definition with { Repetitions = 10, Budget = new(Trials: 20) });
        await UntilEnded(comparison);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var large = service.Start(Definition with { Repetitions = 200, Budget = new(Trials: 200) });
        await UntilEnded(large);
        var perResult = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)large.Snapshot.Results.Count;
        GC.KeepAlive(large);

        // other tests run beside this one: bounded well above what is kept (about 700), and well below 200 trials
        Assert.True(perResult < 8000, $"{perResult:0} bytes a repetition");
    }

    [Fact]
    public async Task One_that_cannot_be_read_is_in_the_list_with_what_is_wrong_and_can_be_deleted()
    {
        using var service = Open();
        await UntilEnded(service.Start(Definition));
        var database = new ComparisonDatabase(Folder.File("studies.db"));
        database.Add("odd", new ComparisonStarted(DateTimeOffset.UnixEpoch, Definition, "1", "here"));
        new DatabaseFile(Folder.File("studies.db")).Use(connection => DatabaseFile.Execute(connection, "UPDATE comparison_event SET body = '{' WHERE comparison_id = 'odd'"));

        Assert.Equal([null, "Comparison odd"], service.List().Select(comparison => comparison.Problem is null ? null : comparison.Name));
        Assert.True(service.Delete("odd"));
        Assert.Single(service.List());
        Assert.Equal("Comparison odd", Assert.Single(service.Deleted()).Name);
        Assert.True(service.Restore("odd"));
    }
}
