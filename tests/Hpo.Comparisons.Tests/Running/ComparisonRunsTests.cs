using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Engine.Validation;
using Hpo.Studies.Log;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

/// <summary>Comparisons that are started, cancelled, gone on with and repeated.</summary>
public sealed class ComparisonRunsTests : ComparisonTest
{
    [Fact]
    public async Task A_comparison_runs_to_its_end_without_anybody_watching()
    {
        using var service = Open();
        var comparison = service.Start(Definition);
        await UntilEnded(comparison);

        Assert.Equal((ComparisonOutcome.Finished, 6), (comparison.Snapshot.Outcome, comparison.Snapshot.Results.Count));
        Assert.Equal(new ComparisonProgress(6, 6, comparison.Progress.Elapsed, null), comparison.Progress);
        Assert.Equal(6, comparison.Snapshot.Results.Select(result => (result.Method, result.Repetition)).Distinct().Count());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Results_do_not_depend_on_the_number_of_threads(int threads)
    {
        var definition = Definition with
        {
            Objectives = ["curves", "branin"],
            Methods = [RandomSearch, LocalSearch, Method("CMA-ES", "cma-es"), Method("TPE", "tpe")],
            Repetitions = 5,
            Budget = new(Trials: 30),
            Workers = 3,
        };
        using var other = new TemporaryFolder();
        using var one = new ComparisonService(other.Path, Catalog, threads: 1);
        using var many = Open(threads: threads);
        var (first, second) = (one.Start(definition), many.Start(definition));
        await UntilEnded(first);
        await UntilEnded(second);

        Assert.Equal(40, first.Snapshot.Results.Count);
        Assert.True(SameResults.Are(first.Snapshot.Results, second.Snapshot.Results));
    }

    [Fact]
    public async Task Pairs_complete_early()
    {
        using var service = Open(threads: 1);
        var comparison = service.Start(Definition);
        await UntilEnded(comparison);
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)], comparison.Snapshot.Results.Select(result => (result.Repetition, result.Method)));
    }

    [Fact]
    public void A_definition_with_problems_starts_and_stores_nothing()
    {
        using var service = Open();
        var refusal = Assert.Throws<InvalidInputException>(() => service.Start(Definition with { Repetitions = 0 }));
        Assert.Equal("repetitions", Assert.Single(refusal.Problems).Path);
        Assert.Empty(service.List());
    }

    [Fact]
    public async Task A_cancelled_comparison_keeps_what_had_finished_and_goes_on_when_it_is_resumed()
    {
        using var gate = new GatedObjective(openTrials: 12);
        using var service = Open(CatalogOf(Entry("gate", "Gate", () => gate)), threads: 1);
        var comparison = service.Start(Definition with { Objectives = ["gate"] });
        await gate.Entered(1);
        Assert.True(service.Cancel(comparison.Id));
        await UntilEnded(comparison);
        Assert.Equal((ComparisonOutcome.Cancelled, 2), (comparison.Snapshot.Outcome, comparison.Snapshot.Results.Count));
        Assert.False(service.Cancel(comparison.Id));

        gate.Open();
        Assert.True(service.Resume(comparison.Id));
        await UntilEnded(comparison);
        Assert.Equal((ComparisonOutcome.Finished, 6), (comparison.Snapshot.Outcome, comparison.Snapshot.Results.Count));
        Assert.False(service.Resume(comparison.Id));
    }

    [Fact]
    public async Task One_that_could_not_go_on_because_the_disk_was_full_goes_on_when_there_is_room()
    {
        using var gate = new GatedObjective();
        using var service = Open(CatalogOf(Entry("gate", "Gate", () => gate)), threads: 1);
        var comparison = service.Start(Definition with { Objectives = ["gate"] });
        await gate.Entered(1);
        service.Cancel(comparison.Id);
        await UntilEnded(comparison);
        gate.Open();
        var file = new DatabaseFile(Folder.File(DatabaseFile.Name));
        var table = ComparisonLog.Kind.Tables.Event;
        file.Use(connection => DatabaseFile.Execute(connection, $"CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no room'); END"));
        Assert.Throws<IOException>(() => service.Resume(comparison.Id));

        file.Use(connection => DatabaseFile.Execute(connection, "DROP TRIGGER full"));
        Assert.True(service.Resume(comparison.Id));
        await UntilEnded(comparison);
        Assert.Equal((ComparisonOutcome.Finished, 6, null), (comparison.Snapshot.Outcome, comparison.Snapshot.Results.Count, comparison.LogFailure));
    }

    [Fact]
    public async Task Closing_the_service_interrupts_and_the_next_one_goes_on_with_the_same_results()
    {
        string id;
        var definition = Definition with { Objectives = ["gate"] };
        using (var gate = new GatedObjective(openTrials: 12))
        using (var service = Open(CatalogOf(Entry("gate", "Gate", () => gate)), threads: 1))
        {
            id = service.Start(definition).Id;
            await gate.Entered(1);
        }

        using var open = new GatedObjective(openTrials: int.MaxValue);
        using var reopened = Open(CatalogOf(Entry("gate", "Gate", () => open)));
        var comparison = reopened.Find(id)!;
        Assert.Equal((ComparisonOutcome.Interrupted, 2, true), (comparison.Snapshot.Outcome, comparison.Snapshot.Results.Count, comparison.Snapshot.CanResume));
        Assert.True(reopened.Resume(id));
        await UntilEnded(comparison);
        var whole = reopened.Start(definition);
        await UntilEnded(whole);
        Assert.True(SameResults.Are(whole.Snapshot.Results, comparison.Snapshot.Results));
    }

    [Fact]
    public async Task A_repeated_comparison_says_that_its_results_are_the_same()
    {
        using var service = Open();
        var original = service.Start(Definition);
        await UntilEnded(original);
        service.Rename(original.Id, "renamed");
        var again = service.Repeat(original.Id)!;
        await UntilEnded(again);

        Assert.Equal((original.Id, "renamed", true), (again.Snapshot.OriginalId, again.Snapshot.Name, again.Snapshot.SameAsOriginal));
        Assert.Null(original.Snapshot.SameAsOriginal);
        Assert.Null(service.Repeat("unknown"));
    }

    [Fact]
    public async Task A_repeated_comparison_says_when_its_results_differ()
    {
        string id;
        using (var service = Open(CatalogOf(Entry("gate", "Gate", () => new GatedObjective(int.MaxValue)))))
        {
            var original = service.Start(Definition with { Objectives = ["gate"] });
            await UntilEnded(original);
            id = original.Id;
        }

        // the objective has changed in the meantime
        using var later = Open(CatalogOf(Entry("gate", "Gate", () => new Hpo.Engine.Objectives.Branin())));
        var again = later.Repeat(id)!;
        await UntilEnded(again);
        Assert.False(again.Snapshot.SameAsOriginal);
    }

    [Fact]
    public async Task With_measured_time_nobody_can_say_so()
    {
        using var service = Open();
        var original = service.Start(Definition with { DecisionTime = new(DecisionTimeKind.Measured) });
        await UntilEnded(original);
        var again = service.Repeat(original.Id)!;
        await UntilEnded(again);
        Assert.Null(again.Snapshot.SameAsOriginal);
    }

    [Fact]
    public async Task Only_so_many_comparisons_run_at_once()
    {
        using var gate = new GatedObjective();
        using var service = Open(CatalogOf(Entry("gate", "Gate", () => gate)), threads: 1);
        var definition = Definition with { Objectives = ["gate"] };
        var running = Enumerable.Range(0, ComparisonService.MaxRunning).Select(_ => service.Start(definition)).ToList();
        await gate.Entered(running.Count);

        var refusal = Assert.Throws<InvalidInputException>(() => service.Start(definition));
        Assert.Contains("wait until one of them has ended", refusal.Message, StringComparison.Ordinal);
    }
}
