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
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (comparison.Snapshot.Status != ComparisonStatus.Ended)
            await comparison.WaitForChangeAsync(comparison.Version, patience.Token);
        var sound = service.Check();
        Assert.Equal((1, comparison.Snapshot.Sequence, 0), (sound.Comparisons, sound.Events, sound.Problems.Count));
        using var connection = new SqliteConnection($"Data Source={_folder.File("studies.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = damage;
        command.ExecuteNonQuery();
        var problem = Assert.Single(service.Check().Problems);
        Assert.Equal((comparison.Id, sequence), (problem.StudyId, problem.Sequence));
    }
}
