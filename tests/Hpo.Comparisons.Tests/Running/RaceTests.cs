using Hpo.Comparisons.Curves;
using Hpo.Comparisons.Log;
using Hpo.Comparisons.Running;
using Hpo.Studies.Catalog;
using static Hpo.Comparisons.Tests.Samples;

namespace Hpo.Comparisons.Tests.Running;

public sealed class RaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_methods_run_at_once_and_their_incumbents_stream()
    {
        using var gate = new GatedObjective();
        using var service = new ComparisonService(_folder.Path, CatalogOf(Gate(gate)));
        var race = service.Start(Race with { Objectives = ["gate"], Workers = 2 });
        // both methods, two trials each
        await gate.Entered(4);
        gate.Open();
        await Until(race, () => race.Snapshot.Status == ComparisonStatus.Ended);

        Assert.Equal(ComparisonOutcome.Finished, race.Snapshot.Outcome);
        Assert.All(race.Snapshot.Results, result => Assert.Equal(6, result.EndTrials));
        Assert.Empty(race.Snapshot.Racing);
        Assert.Empty(race.Lanes);
    }

    [Fact]
    public async Task What_is_streamed_is_the_curve_that_is_kept()
    {
        using var service = new ComparisonService(_folder.Path, Catalog);
        var race = service.Start(Race with { Objectives = ["real"], Budget = new(Trials: 20) });
        await Until(race, () => race.Snapshot.Status == ComparisonStatus.Ended);

        var streamed = new ComparisonDatabase(_folder.File("studies.db")).Read(race.Id).Select(logged => logged.Event).OfType<IncumbentChanged>().ToList();
        Assert.All(race.Snapshot.Results, result => Assert.Equal(
            result.Steps,
            streamed.Where(changed => changed.Method == result.Method).Select(changed => changed.Step)));
        Assert.All(race.Snapshot.Results, result => Assert.NotEmpty(result.Steps));
    }

    [Fact]
    public async Task Running_methods_show_how_far_they_have_come()
    {
        using var gate = new GatedObjective(openTrials: 4);
        using var service = new ComparisonService(_folder.Path, CatalogOf(Gate(gate)));
        var race = service.Start(Race with { Objectives = ["gate"] });
        await gate.Entered(2);
        await Until(race, () => race.Lanes.Sum(lane => lane.Trials) == 4 && race.Snapshot.Racing.Count > 0);

        Assert.Equal(4, race.Lanes.Sum(lane => lane.Epochs));
        service.Cancel(race.Id);
        await Until(race, () => race.Snapshot.Status == ComparisonStatus.Ended);
        Assert.Equal((ComparisonOutcome.Cancelled, 0), (race.Snapshot.Outcome, race.Snapshot.Results.Count));
        Assert.Empty(race.Snapshot.Racing);
    }

    [Fact]
    public async Task Epochs_are_counted_exactly()
    {
        using var service = new ComparisonService(_folder.Path, Catalog);
        var race = service.Start(Race with { Objectives = ["real"], Budget = new(Epochs: 35), Workers = 3 });
        await Until(race, () => race.Snapshot.Status == ComparisonStatus.Ended);
        Assert.Equal(2, race.Snapshot.Results.Count);
        Assert.All(race.Snapshot.Results, result => Assert.Equal((35, RepetitionOutcome.Completed), (result.EndEpochs, result.Outcome)));
    }

    [Fact]
    public async Task Repetitions_follow_one_another()
    {
        using var service = new ComparisonService(_folder.Path, Catalog);
        var race = service.Start(Race with { Objectives = ["real"], Repetitions = 3 });
        await Until(race, () => race.Snapshot.Status == ComparisonStatus.Ended);
        Assert.Equal([0, 0, 1, 1, 2, 2], race.Snapshot.Results.Select(result => result.Repetition));
    }

    [Fact]
    public async Task A_race_cut_short_by_the_end_of_the_program_runs_again_from_its_start()
    {
        string id;
        using (var gate = new GatedObjective(openTrials: 3))
        using (var service = new ComparisonService(_folder.Path, CatalogOf(Gate(gate))))
        {
            var race = service.Start(Race with { Objectives = ["gate"] });
            id = race.Id;
            await gate.Entered(1);
        }

        using var open = new GatedObjective(int.MaxValue);
        using var reopened = new ComparisonService(_folder.Path, CatalogOf(Gate(open)));
        var again = reopened.Find(id)!;
        Assert.Equal(ComparisonOutcome.Interrupted, again.Snapshot.Outcome);
        Assert.True(reopened.Resume(id));
        await Until(again, () => again.Snapshot.Status == ComparisonStatus.Ended);
        Assert.Equal((ComparisonOutcome.Finished, 2), (again.Snapshot.Outcome, again.Snapshot.Results.Count));
    }

    private static ObjectiveEntry Gate(GatedObjective gate) => Entry("gate", "Gate", () => gate);

    private static async Task Until(LiveComparison comparison, Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var version = comparison.Version;
            if (condition())
                return;
            await comparison.WaitForChangeAsync(version, patience.Token);
        }
    }
}
