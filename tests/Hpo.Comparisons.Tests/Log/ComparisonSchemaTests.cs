using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Catalog;
using Hpo.Studies.Running;
using Microsoft.Data.Sqlite;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Log;

/// <summary>Databases that earlier versions of this program wrote; each is kept as the statements that make it.</summary>
public sealed class ComparisonSchemaTests : IDisposable
{
    private static readonly DateTimeOffset Written = new(2026, 11, 30, 19, 22, 0, TimeSpan.Zero);
    private static readonly StudyCatalog Trainings = CatalogOf();

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Versions => [1, 2];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Versions))]
    public void Every_version_opens_with_all_that_was_in_it(int version)
    {
        Restore(version);
        using var service = new ComparisonService(_folder.Path, Trainings, new At(Written));

        Assert.Equal(
            [
                ("a cancelled race", ComparisonOutcome.Cancelled, 1, 2),
                ("a finished comparison", ComparisonOutcome.Finished, 6, 6),
                ("a race that a dead process ran", ComparisonOutcome.Interrupted, 2, 4),
                ("a repetition with another name", ComparisonOutcome.Finished, 6, 6),
            ],
            service.List().Select(comparison => (comparison.Name, comparison.Outcome!.Value, comparison.Done, comparison.Total)).Order());
        Assert.Equal("a deleted comparison", Assert.Single(service.Deleted()).Name);
        Assert.Equal((5, 0), (service.Check().Comparisons, service.Check().Problems.Count));
        Assert.True(Find(service, "a repetition with another name").Snapshot.SameAsOriginal);
        Assert.All(Find(service, "a finished comparison").Snapshot.Results, result => Assert.NotEmpty(result.Steps));
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_comparison_that_another_version_began_goes_on(int version)
    {
        Restore(version);
        using var service = new ComparisonService(_folder.Path, Trainings, new At(Written));
        var race = Find(service, "a race that a dead process ran");
        var before = race.Snapshot.Results;
        Assert.True(service.Resume(race.Id));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        for (var news = 0L; !race.Snapshot.HasEnded; news = race.Version)
            await race.WaitForChangeAsync(news, patience.Token);

        Assert.Equal((ComparisonOutcome.Finished, 4), (race.Snapshot.Outcome, race.Snapshot.Results.Count));
        Assert.Equal(before, race.Snapshot.Results.Take(2));
        Assert.Empty(service.Check().Problems);
    }

    [Theory, MemberData(nameof(Versions))]
    public void Studies_and_comparisons_open_one_file_whoever_is_first(int version)
    {
        Restore(version);
        using var studies = new StudyService(_folder.Path, Trainings);
        using var comparisons = new ComparisonService(_folder.Path, Trainings, new At(Written));
        Assert.Equal((0, 4), (studies.List().Count, comparisons.List().Count));
        Assert.Empty(studies.Check().Problems);
    }

    private static LiveComparison Find(ComparisonService service, string name) =>
        service.Find(service.List().Single(comparison => comparison.Name == name).Id)!;

    private void Restore(int version)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("studies.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"comparisons-{version}.sql"));
        command.ExecuteNonQuery();
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
