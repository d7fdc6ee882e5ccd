using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Searchers;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Training.Models;
using Hpo.Training.Tests.Data;
using Hpo.Training.Torch.Objectives;
using Hpo.Training.Torch.Tests.Objectives;

namespace Hpo.Training.Torch.Tests.Tuning;

/// <summary>Trainings through the tuner, several at once.</summary>
public sealed class ParallelTrialTests
{
    private const int Trials = 9, MaxEpochs = 9;

    private static TorchLeNetObjective LeNet => new(FakeFashionMnist.InMemory(training: 260, validation: 100), LeNetVariant.Modern, threadsPerTrial: 1);

    [Fact]
    public void Trials_give_bit_for_bit_the_same_errors_alone_and_beside_others()
    {
        var objective = NormalizedNetwork.Create(training: 70);
        var alone = Curves(Run(objective, searcher => new BasicScheduler(searcher), workers: 1));
        Assert.Equal(Trials, alone.Count);
        Assert.Equal(Trials, alone.Values.Select(curve => string.Join(' ', curve)).Distinct().Count());
        for (var repetition = 0; repetition < 2; repetition++)
            Assert.Equal(alone, Curves(Run(objective, searcher => new BasicScheduler(searcher), workers: 3)));
    }

    [Fact]
    public void Trials_that_are_paused_and_promoted_give_bit_for_bit_the_errors_of_uninterrupted_ones()
    {
        var uninterrupted = Curves(Run(LeNet, searcher => new BasicScheduler(searcher), workers: 1));
        var events = Run(LeNet, searcher => new AshaPromotionScheduler(searcher, MaxEpochs), workers: 2);

        Assert.NotEmpty(events.OfType<TrialResumed>());
        foreach (var (trial, curve) in Curves(events))
            Assert.Equal(uninterrupted[trial].Take(curve.Count), curve);
    }

    [Fact]
    public void A_training_may_go_on_from_anothers_weights()
    {
        var events = Run(LeNet, searcher => new PopulationBasedScheduler(searcher, MaxEpochs, new PopulationBasedOptions { PopulationSize = 4, Interval = 3 }), workers: 2);
        Assert.Contains(events.OfType<TrialStarted>(), start => start.ParentId is not null);
        Assert.DoesNotContain(events.OfType<TrialEnded>(), end => end.Status.IsFailure());
    }

    private static List<StudyEvent> Run(Objective objective, Func<HpoSearcher, HpoScheduler> scheduler, int workers)
    {
        var events = new List<StudyEvent>();
        var searcher = new RandomSearcher(objective.DefaultSpace, seed: 5);
        new HpoTuner(scheduler(searcher), objective, new TunerOptions { Workers = workers, MaxEpochs = MaxEpochs, Seed = 5 }, events.Add).Run(Trials);
        return events;
    }

    private static SortedDictionary<int, List<double>> Curves(IEnumerable<StudyEvent> events) => new(events.OfType<EpochReported>()
        .GroupBy(report => report.TrialId)
        .ToDictionary(curve => curve.Key, curve => curve.Select(report => report.Error).ToList()));
}
