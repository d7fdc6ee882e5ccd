using Hpo.Engine.Objectives;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Log;
using Hpo.Studies.Running;
using Hpo.Studies.Views;
using Microsoft.Data.Sqlite;
using static Hpo.Studies.Tests.Samples;

namespace Hpo.Studies.Tests.Log;

/// <summary>Databases that earlier versions of this program wrote; each is kept as the statements that make it.</summary>
public sealed class SchemaTests : IDisposable
{
    private static readonly StudyCatalog Curves = new([new ObjectiveEntry("curve", "A curve", "For tests.", _ => new SyntheticCurve())]);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, StudySchema.Version)];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Versions))]
    public void Every_version_opens_and_becomes_the_present_one(int version)
    {
        Restore(version);
        using var service = new StudyService(_folder.Path, Curves);
        Assert.Equal(
            ["a completed study", "an interrupted study", "trials that run to their end"], service.List().Select(study => study.Name).Order());
        Assert.Equal((3, 0), (service.Check().Studies, service.Check().Problems.Count));
        Assert.Equal(StudySchema.Version, VersionOf());
        var completed = Find(service, "a completed study");
        Assert.Equal((StudyOutcome.Completed, 6), (completed.Outcome, completed.Trials.Count));
        Assert.All(completed.Trials, trial => Assert.True(trial.Status.IsFinal()));
        Assert.NotEmpty(completed.Trials[0].Rungs);
        Assert.True(completed.Incumbent!.Value.Error < 0.5);
        Assert.True(Find(service, "an interrupted study").CanResume);
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_study_that_another_version_began_goes_on(int version)
    {
        Restore(version);
        using var service = new StudyService(_folder.Path, Curves);
        var study = service.Resume(service.List().Single(study => study.Name == "an interrupted study").Id);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (study.Snapshot.Outcome != StudyOutcome.Completed)
            await study.WaitForChangeAsync(study.Snapshot.Sequence, patience.Token);
        Assert.Equal(4, study.Snapshot.Trials.Count);
        Assert.Empty(service.Check().Problems);
    }

    [Fact]
    public void A_new_file_has_the_present_version()
    {
        _ = new StudyDatabase(_folder.File("studies.db"));
        Assert.Equal(StudySchema.Version, VersionOf());
    }

    [Fact]
    public void A_file_of_a_later_version_is_refused_and_left_as_it_is()
    {
        _ = new StudyDatabase(_folder.File("studies.db"));
        Execute($"PRAGMA user_version = {StudySchema.Version + 1}");
        var refusal = Assert.Throws<InvalidDataException>(() => new StudyService(_folder.Path, Components));
        Assert.Contains("later version", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(StudySchema.Version + 1, VersionOf());
    }

    [Fact]
    public void A_migration_that_fails_changes_nothing()
    {
        // a table of that name is in the way
        Execute("CREATE TABLE event (something TEXT)");
        Assert.Throws<IOException>(() => new StudyDatabase(_folder.File("studies.db")));
        Assert.Equal(0, VersionOf());
        Assert.Equal(0L, Execute("SELECT count(*) FROM sqlite_schema WHERE name = 'study'"));
    }

    private static StudySnapshot Find(StudyService service, string name) =>
        service.Find(service.List().Single(study => study.Name == name).Id)!.Snapshot;

    private void Restore(int version) => Execute(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"schema-{version}.sql")));

    private int VersionOf() => Convert.ToInt32(Execute("PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("studies.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
