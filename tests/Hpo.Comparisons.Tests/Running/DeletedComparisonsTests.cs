using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Log;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

/// <summary>What becomes of comparisons that are deleted.</summary>
public sealed class DeletedComparisonsTests : ComparisonTest
{
    [Fact]
    public async Task A_deleted_comparison_is_gone_and_a_running_one_is_not_deleted()
    {
        using var gate = new GatedObjective();
        using var service = Open(CatalogOf(Entry("gate", "Gate", () => gate)));
        var comparison = service.Start(Definition with { Objectives = ["gate"] });
        await gate.Entered(1);
        Assert.False(service.Delete(comparison.Id));
        service.Cancel(comparison.Id);
        await UntilEnded(comparison);

        Assert.True(service.Delete(comparison.Id));
        Assert.False(service.Delete(comparison.Id));
        Assert.Null(service.Find(comparison.Id));
        Assert.Empty(service.List());
    }

    [Fact]
    public async Task A_deleted_comparison_comes_back_with_its_results()
    {
        using var service = Open();
        var comparison = service.Start(Definition);
        await UntilEnded(comparison);
        service.Delete(comparison.Id);
        Assert.Equal(new DeletedComparison(comparison.Id, Definition.Name), Assert.Single(service.Deleted()));

        Assert.True(service.Restore(comparison.Id));

        Assert.Empty(service.Deleted());
        Assert.Equal(6, service.Find(comparison.Id)!.Snapshot.Results.Count);
        Assert.False(service.Restore(comparison.Id));
    }

    [Fact]
    public async Task Bringing_one_back_leaves_alone_what_runs()
    {
        using var gate = new GatedObjective();
        using var service = Open(CatalogOf(Entry("gate", "Gate", () => gate)), threads: 1);
        var running = service.Start(Definition with { Objectives = ["gate"] });
        await gate.Entered(1);
        var other = service.Start(Definition);
        await UntilEnded(other);
        Assert.True(service.Delete(other.Id));
        Assert.True(service.Restore(other.Id));
        Assert.DoesNotContain(new ComparisonDatabase(Folder.File(DatabaseFile.Name)).Log.Read(running.Id), logged => logged.Event is ComparisonEnded);

        gate.Open();
        await UntilEnded(running);
        Assert.Equal((ComparisonOutcome.Finished, 6, null), (running.Snapshot.Outcome, running.Snapshot.Results.Count, running.LogFailure));
    }

    [Fact]
    public async Task After_ten_minutes_it_is_gone_for_good()
    {
        string id;
        using (var service = Open())
        {
            var comparison = service.Start(Definition);
            await UntilEnded(comparison);
            id = comparison.Id;
            service.Delete(id);
        }

        using (var soon = new ComparisonService(Folder.Path, Catalog, new Later(ComparisonService.UndoTime - TimeSpan.FromMinutes(1))))
            Assert.Single(soon.Deleted());
        using var late = new ComparisonService(Folder.Path, Catalog, new Later(ComparisonService.UndoTime + TimeSpan.FromMinutes(1)));
        Assert.Empty(late.Deleted());
        Assert.False(late.Restore(id));
    }

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
