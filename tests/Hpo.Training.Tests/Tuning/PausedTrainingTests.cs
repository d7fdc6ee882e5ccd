using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Training.Models;
using Hpo.Training.Objectives;
using Hpo.Training.Tests.Data;

namespace Hpo.Training.Tests.Tuning;

/// <summary>Real trainings that a scheduler pauses, resumes and breeds from, through the tuner.</summary>
public class PausedTrainingTests
{
    private const int Trials = 9, MaxEpochs = 9;

    [Theory]
    [InlineData(LeNetVariant.Modern)]
    [InlineData(LeNetVariant.Classic)]
    public void A_training_paused_and_promoted_gives_bit_for_bit_the_errors_of_an_uninterrupted_one(LeNetVariant variant)
    {
        var objective = new LeNetObjective(FakeFashionMnist.InMemory(training: 260, validation: 100), variant, threadsPerTrial: 1);
        var uninterrupted = Curves(Run(objective, searcher => new BasicScheduler(searcher), workers: 1));
        var events = Run(objective, searcher => new AshaPromotionScheduler(searcher, MaxEpochs), workers: 2);
        var interrupted = Curves(events);

        // nine trials reach the first rung, three the second, and one the last
        Assert.Equal([1, 3, 9], interrupted.Values.Select(curve => curve.Count).Distinct().Order());
        var promoted = interrupted.MaxBy(curve => curve.Value.Count).Key;
        Assert.Equal(2, events.OfType<TrialResumed>().Count(resumed => resumed.TrialId == promoted));
        foreach (var (trial, curve) in interrupted)
            Assert.Equal(uninterrupted[trial].Take(curve.Count), curve);
    }

    [Fact]
    public void A_training_may_go_on_from_anothers_weights_with_other_hyperparameters()
    {
        var objective = new LeNetObjective(FakeFashionMnist.InMemory(training: 260, validation: 100), threadsPerTrial: 1);
        var events = Run(objective, searcher => new PopulationBasedScheduler(searcher, MaxEpochs, new PopulationBasedOptions { PopulationSize = 4, Interval = 3 }), workers: 2);
        var bred = events.OfType<TrialStarted>().Where(start => start.ParentId is not null).ToList();
        Assert.NotEmpty(bred);
        Assert.DoesNotContain(events.OfType<TrialEnded>(), end => end.Status.IsFailure());
        // they begin where their parents had been paused: after three or six epochs
        Assert.All(bred, start => Assert.True(events.OfType<EpochReported>().First(report => report.TrialId == start.TrialId).Epoch is 4 or 7));
    }

    private static List<StudyEvent> Run(LeNetObjective objective, Func<HpoSearcher, HpoScheduler> scheduler, int workers)
    {
        var events = new List<StudyEvent>();
        var searcher = new RandomSearcher(objective.DefaultSpace, seed: 5);
        new HpoTuner(scheduler(searcher), objective, new TunerOptions { Workers = workers, MaxEpochs = MaxEpochs, Seed = 5 }, events.Add).Run(Trials);
        return events;
    }

    private static Dictionary<int, List<double>> Curves(IEnumerable<StudyEvent> events) => events.OfType<EpochReported>()
        .GroupBy(report => report.TrialId)
        .ToDictionary(curve => curve.Key, curve => curve.Select(report => report.Error).ToList());
}
