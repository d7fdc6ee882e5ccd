using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Engine.Validation;
using Hpo.Studies.Log;
using Microsoft.Data.Sqlite;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

/// <summary>Several services on one folder: each of them is a process to the others.</summary>
public sealed class SharedFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_second_one_sees_the_comparisons_of_the_first_live()
    {
        using var first = new ComparisonService(_folder.Path, Catalog);
        using var second = new ComparisonService(_folder.Path, Catalog);
        var id = first.Start(Definition).Id;
        Assert.Equal(id, Assert.Single(second.List()).Id);
        var seen = second.Find(id)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (seen.Snapshot.Status != ComparisonStatus.Ended)
            await seen.WaitForChangeAsync(seen.Version, patience.Token);
        Assert.Equal((ComparisonOutcome.Finished, 6), (seen.Snapshot.Outcome, seen.Snapshot.Results.Count));
        Assert.Equal(6, Assert.Single(second.List()).Done);
    }

    [Fact]
    public async Task Both_run_comparisons_and_each_is_renamed_where_it_does_not_run()
    {
        using var gate = new GatedObjective();
        var catalog = CatalogOf(Entry("gate", "Gate", () => gate));
        using var first = new ComparisonService(_folder.Path, catalog);
        using var second = new ComparisonService(_folder.Path, catalog);
        var (one, two) = (first.Start(Definition with { Objectives = ["gate"] }), second.Start(Definition with { Objectives = ["gate"] }));
        await gate.Entered(2);
        Assert.True(second.Rename(one.Id, "renamed there"));
        Assert.Equal("renamed there", one.Snapshot.Name);
        Assert.Equal("renamed there", second.Find(one.Id)!.Snapshot.Name);
        Assert.False(first.Delete(two.Id));
        Assert.False(second.Resume(one.Id));
        gate.Open();
        foreach (var comparison in new[] { one, two, first.Find(two.Id)!, second.Find(one.Id)! })
        {
            await Ended(comparison);
            Assert.Equal((ComparisonOutcome.Finished, 6), (comparison.Snapshot.Outcome, comparison.Snapshot.Results.Count));
        }

        Assert.True(second.Rename(one.Id, "and when it has ended"));
        await Until(one, () => one.Snapshot.Name == "and when it has ended");
        Assert.Empty(first.Check().Problems);
    }

    [Fact]
    public async Task A_comparison_is_cancelled_from_where_it_does_not_run_and_goes_on_there()
    {
        using var gate = new GatedObjective(openTrials: 12);
        var catalog = CatalogOf(Entry("gate", "Gate", () => gate));
        using var first = new ComparisonService(_folder.Path, catalog, threads: 1);
        using var second = new ComparisonService(_folder.Path, catalog, threads: 1);
        var comparison = first.Start(Definition with { Objectives = ["gate"] });
        await gate.Entered(1);
        Assert.True(second.Cancel(comparison.Id));
        var seen = second.Find(comparison.Id)!;
        await Ended(seen);
        Assert.Equal((ComparisonOutcome.Cancelled, 2), (seen.Snapshot.Outcome, seen.Snapshot.Results.Count));
        Assert.False(second.Cancel(comparison.Id));

        gate.Open();
        Assert.True(second.Resume(comparison.Id));
        await Until(comparison, () => comparison.Snapshot.Outcome == ComparisonOutcome.Finished);
        Assert.Equal(6, comparison.Snapshot.Results.Count);
        Assert.Empty(first.Check().Problems);
    }

    [Fact]
    public void What_another_process_deletes_is_gone_here_and_comes_back()
    {
        using var first = new ComparisonService(_folder.Path, Catalog);
        using var second = new ComparisonService(_folder.Path, Catalog);
        var comparison = first.Start(Definition);
        Assert.True(SpinWait.SpinUntil(() => comparison.Snapshot.HasEnded, TimeSpan.FromMinutes(1)));
        Assert.NotNull(second.Find(comparison.Id));
        Assert.True(first.Delete(comparison.Id));
        Assert.Null(second.Find(comparison.Id));
        Assert.Empty(second.List());
        Assert.Single(second.Deleted());
        Assert.True(second.Restore(comparison.Id));
        Assert.Equal(6, first.Find(comparison.Id)!.Snapshot.Results.Count);
    }

    [Fact]
    public async Task The_comparison_of_a_dead_process_is_closed_by_one_of_those_that_live_and_goes_on_in_one_of_them()
    {
        using var first = new ComparisonService(_folder.Path, Catalog);
        using var second = new ComparisonService(_folder.Path, Catalog);
        var database = new ComparisonDatabase(_folder.File("studies.db"));
        database.Add("orphan", new ComparisonStarted(DateTimeOffset.UnixEpoch, Definition, "1", "here"), new Lease("orphan", "dead", 7));
        database.Append([new("orphan", new(2, new RepetitionFinished(Result(), 0.1)), new Lease("orphan", "dead", 7))]);
        var (one, two) = (first.Find("orphan")!, second.Find("orphan")!);
        await Until(one, () => one.Snapshot.CanResume);
        await Until(two, () => two.Snapshot.CanResume);
        Assert.Equal((3, ComparisonOutcome.Interrupted), (one.Snapshot.Sequence, one.Snapshot.Outcome));

        var resumed = await Task.WhenAll(new[] { first, second }.Select(service => Task.Run(() => Resumes(service, "orphan"))));
        Assert.Single(resumed, isResumed => isResumed);
        await Until(one, () => one.Snapshot.Outcome == ComparisonOutcome.Finished);
        await Until(two, () => two.Snapshot.Outcome == ComparisonOutcome.Finished);
        Assert.Equal(6, one.Snapshot.Results.Select(result => (result.Method, result.Repetition)).Distinct().Count());
        Assert.Equal(6, one.Snapshot.Results.Count);
        Assert.Empty(first.Check().Problems);
    }

    [Fact]
    public async Task A_run_that_has_lost_its_lease_writes_nothing_more()
    {
        using var gate = new GatedObjective();
        using var first = new ComparisonService(_folder.Path, CatalogOf(Entry("gate", "Gate", () => gate)), threads: 1);
        var comparison = first.Start(Definition with { Objectives = ["gate"] });
        await gate.Entered(1);
        // as if its lock had been deleted by hand, and another process had gone on
        Damage("UPDATE comparison_lease SET process = 'another', token = token + 1");
        gate.Open();
        await Until(comparison, () => comparison.Snapshot.CanResume && comparison.LogFailure is null);

        Assert.Equal((2, 0), (comparison.Snapshot.Sequence, comparison.Snapshot.Results.Count));
        Assert.Empty(first.Check().Problems);
        Assert.True(SpinWait.SpinUntil(() => first.Resume(comparison.Id), TimeSpan.FromMinutes(1)));
        await Until(comparison, () => comparison.Snapshot.Outcome == ComparisonOutcome.Finished);
        Assert.Equal(6, comparison.Snapshot.Results.Count);
    }

    [Fact]
    public void An_earlier_version_that_runs_the_comparisons_of_a_folder_keeps_this_one_out_and_the_other_way_round()
    {
        using (new FolderLock(_folder.Path, "comparisons.lock"))
            Assert.Contains("an earlier version", Assert.Throws<FolderInUseException>(() => new ComparisonService(_folder.Path, Catalog)).Message, StringComparison.Ordinal);
        using var here = new ComparisonService(_folder.Path, Catalog);
        Assert.Throws<FolderInUseException>(() => new FolderLock(_folder.Path, "comparisons.lock"));
    }

    [Theory]
    [InlineData("DELETE FROM comparison_event WHERE sequence = 2", 3L)]
    [InlineData("UPDATE comparison_event SET body = '{' WHERE sequence = 2", 2L)]
    [InlineData("UPDATE comparison_event SET type = 'noSuchEvent' WHERE sequence = 1", 1L)]
    [InlineData("DELETE FROM comparison_event", null)]
    public async Task A_check_names_what_is_wrong(string damage, long? sequence)
    {
        using var service = new ComparisonService(_folder.Path, Catalog);
        var comparison = service.Start(Definition);
        await Ended(comparison);
        var sound = service.Check();
        Assert.Equal((1, comparison.Snapshot.Sequence, 0), (sound.Comparisons, sound.Events, sound.Problems.Count));
        Damage(damage);
        var problem = Assert.Single(service.Check().Problems);
        Assert.Equal((comparison.Id, sequence), (problem.LogId, problem.Sequence));
    }

    [Fact]
    public async Task A_comparison_that_cannot_be_read_holds_up_no_other_that_is_looked_at()
    {
        using var first = new ComparisonService(_folder.Path, Catalog);
        using var second = new ComparisonService(_folder.Path, Catalog);
        var (damaged, sound) = (first.Start(Definition), first.Start(Definition));
        var seen = (Damaged: second.Find(damaged.Id)!, Sound: second.Find(sound.Id)!);
        await Ended(damaged);
        await Ended(sound);
        await Ended(seen.Sound);
        Damage($"UPDATE comparison_event SET body = '{{' WHERE comparison_id = '{damaged.Id}' AND sequence > 2");
        Assert.True(first.Rename(damaged.Id, "never to be seen"));
        Assert.True(first.Rename(sound.Id, "to be seen"));

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (seen.Sound.Snapshot.Name != "to be seen")
            await seen.Sound.WaitForChangeAsync(seen.Sound.Version, patience.Token);
    }

    [Fact]
    public async Task A_repetition_whose_original_cannot_be_read_any_more_ends_all_the_same()
    {
        string original, repetition;
        using (var gate = new GatedObjective(openTrials: Definition.TotalResults * 6))
        using (var service = new ComparisonService(_folder.Path, CatalogOf(Entry("gate", "Gate", () => gate))))
        {
            var comparison = service.Start(Definition with { Objectives = ["gate"] });
            await Ended(comparison);
            original = comparison.Id;
            repetition = service.Repeat(original)!.Id;
            await gate.Entered(1);
        }

        Damage($"UPDATE comparison_event SET body = '{{' WHERE comparison_id = '{original}' AND sequence = 3");
        using var after = new ComparisonService(_folder.Path, CatalogOf(Entry("gate", "Gate", () => new GatedObjective(openTrials: int.MaxValue))));
        Assert.True(after.Resume(repetition));
        var resumed = after.Find(repetition)!;
        await Ended(resumed);

        Assert.Equal(((ComparisonOutcome?)ComparisonOutcome.Finished, (bool?)null), (resumed.Snapshot.Outcome, resumed.Snapshot.SameAsOriginal));
    }

    private static bool Resumes(ComparisonService service, string id)
    {
        try
        {
            return service.Resume(id);
        }
        catch (InvalidInputException refusal)
        {
            Assert.Contains("Another process runs", refusal.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private static Task Ended(LiveComparison comparison) => Until(comparison, () => comparison.Snapshot.HasEnded);

    private static async Task Until(LiveComparison comparison, Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var version = comparison.Version;
            if (isSo())
                return;
            await comparison.WaitForChangeAsync(version, patience.Token);
        }
    }

    private void Damage(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("studies.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
