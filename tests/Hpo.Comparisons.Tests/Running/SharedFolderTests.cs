using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Engine.Validation;
using Microsoft.Data.Sqlite;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

/// <summary>Two services on one folder: the second one looks on.</summary>
public sealed class SharedFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_second_one_sees_the_comparisons_of_the_first_live()
    {
        using var first = new ComparisonService(_folder.Path, Catalog);
        using var second = new ComparisonService(_folder.Path, Catalog);
        Assert.Equal((false, true), (first.IsReadOnly, second.IsReadOnly));
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
    public void And_changes_nothing()
    {
        using var first = new ComparisonService(_folder.Path, Catalog);
        var id = first.Start(Definition).Id;
        using var second = new ComparisonService(_folder.Path, Catalog);
        foreach (var change in new Action[] { () => second.Start(Definition), () => second.Repeat(id), () => second.Rename(id, "another"), () => second.Delete(id) })
            Assert.StartsWith("Another process runs the comparisons", Assert.Throws<InvalidInputException>(change).Problems[0].Message, StringComparison.Ordinal);
        Assert.False(second.Cancel(id));
        first.Cancel(id);
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
        Assert.Equal((comparison.Id, sequence), (problem.StudyId, problem.Sequence));
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

    private static async Task Ended(LiveComparison comparison)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (comparison.Snapshot.Status != ComparisonStatus.Ended)
            await comparison.WaitForChangeAsync(comparison.Version, patience.Token);
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
