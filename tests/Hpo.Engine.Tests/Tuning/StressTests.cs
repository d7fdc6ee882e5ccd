using Hpo.Engine.Objectives;
using Hpo.Engine.Randomness;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Thousands of tiny trials on sixteen workers, of which many fail.</summary>
public class StressTests
{
    private const int Workers = 16;

    [Fact]
    public void Thousands_of_trials_leave_the_books_in_order()
    {
        const int Trials = 5000;
        var searcher = new RecordingSearcher();
        var run = TunerRun.Start(new BasicScheduler(searcher), new FunctionObjective("mishaps", TestSpaces.Line, TestSpaces.At(0), Mishap), Trials, new TunerOptions { Workers = Workers });
        run.Finish();

        StudyGrammar.AssertFollowed(run.Events.All, maxEpochs: 1);
        Assert.Equal(Trials, run.Tuner.Records.Count);
        Assert.Empty(searcher.Pending);
        Assert.Equal(Trials, searcher.Learned.Count + searcher.Failed.Count);
        Assert.All(searcher.Learned, learned => Assert.Equal(Mishap(learned.Configuration), learned.Error));
        Assert.Equal([TrialStatus.NotANumber, TrialStatus.Infinite, TrialStatus.Failed], searcher.Failed.Values.Distinct().Order());
        AssertBooks(run);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Thousands_of_pauses_and_resumptions_lose_no_trial(int workers)
    {
        const int Trials = 1000, Epochs = 4;
        var random = new RandomStream(1);
        var paused = new Stack<int>();
        var running = 0;
        var objective = new SyntheticCurve();
        var scheduler = new ScriptedScheduler
        {
            // paused ones first or last, by chance, and a wait now and then
            OnSuggest = trialId =>
            {
                if (running > 0 && random.Next(4) == 0)
                    return new Decision.Wait();
                if (trialId is not null && (paused.Count == 0 || random.Next(2) == 0))
                    return new Decision.Start(objective.DefaultConfiguration, "new");
                if (paused.TryPop(out var next))
                {
                    running++;
                    return new Decision.Resume(next, "promoted");
                }

                return running > 0 ? new Decision.Wait() : new Decision.Exhausted("done");
            },
            OnStarted = _ => running++,
            OnUpdate = (_, _, info) =>
            {
                if (info.IsFinal)
                    running--;
                if (info.IsFinal || random.Next(2) == 0)
                    return Verdict.Continue;
                running--;
                paused.Push(info.TrialId);
                return Verdict.Pause("by chance");
            },
            OnFailed = (_, _) => Assert.Fail("No trial fails here."),
        };
        var run = TunerRun.Start(scheduler, objective, Trials, new TunerOptions { Workers = workers, MaxEpochs = Epochs });
        run.Finish();

        StudyGrammar.AssertFollowed(run.Events.All, Epochs);
        Assert.Equal(StudyOutcome.Completed, run.Ended.Outcome);
        Assert.All(run.Tuner.Records, record => Assert.Equal(TrialStatus.Completed, record.Status));
        Assert.Equal(Trials, run.Tuner.Records.Count);
        Assert.Equal(Trials * Epochs, run.Events.Of<EpochReported>().Count);
        Assert.Equal(run.Events.Of<TrialPaused>().Count, run.Events.Of<TrialResumed>().Count);
        // interrupted or not, every curve is that of its seed
        Assert.All(run.Events.Of<EpochReported>().GroupBy(report => report.TrialId).Take(100), curve =>
        {
            using var evaluation = objective.Start(
                new EvaluationRequest(curve.Key, objective.DefaultConfiguration, RandomStream.DeriveSeed(0, curve.Key, "evaluation"), Epochs));
            Assert.All(curve, report => Assert.Equal(evaluation.RunEpoch(CancellationToken.None), report.Error));
        });
    }

    [Fact]
    public void Cancelling_in_the_thick_of_it_leaves_the_books_in_order()
    {
        for (var round = 0; round < 8; round++)
        {
            var searcher = new RecordingSearcher();
            var run = TunerRun.Start(
                new BasicScheduler(searcher), new FunctionObjective("mishaps", TestSpaces.Line, TestSpaces.At(0), Mishap), 1_000_000, new TunerOptions { Workers = Workers });
            // before the study has started there would be nothing to cancel
            run.Events.AwaitCount<StudyStarted>(1);
            run.Events.AwaitCount<TrialEnded>(10 * round);
            run.Tuner.Cancel();
            run.Finish();
            StudyGrammar.AssertFollowed(run.Events.All, maxEpochs: 1);
            Assert.Equal(StudyOutcome.Cancelled, run.Ended.Outcome);
            Assert.Empty(searcher.Pending);
            AssertBooks(run);
        }
    }

    private static double Mishap(Configuration configuration) => configuration.X() switch
    {
        < 0.05 => double.NaN,
        < 0.1 => double.NegativeInfinity,
        < 0.15 => throw new InvalidOperationException("bad luck"),
        var x => x,
    };

    private static void AssertBooks(TunerRun run)
    {
        var (records, trajectory, cumulative) = (run.Tuner.Records, run.Tuner.IncumbentTrajectory, run.Tuner.CumulativeRuntime);
        Assert.Equal(run.Events.Of<TrialEnded>().Select(end => end.TrialId), records.Select(record => record.TrialId));
        double? best = null;
        var total = TimeSpan.Zero;
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i].Error is { } error && !(error >= best))
                best = error;
            total += records[i].Runtime;
            Assert.Equal(best, trajectory[i]);
            Assert.Equal(total, cumulative[i]);
        }

        Assert.Equal(best, run.Tuner.IncumbentError);
        Assert.Equal(total, run.Tuner.CurrentRuntime);
    }
}
