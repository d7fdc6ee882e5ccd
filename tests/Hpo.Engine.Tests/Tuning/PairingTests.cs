using Hpo.Engine.Tests.Support;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Tuning;

/// <summary>Invariant 2: a configuration and its error are joined by the trial's number, never by position.</summary>
public class PairingTests
{
    [Fact]
    public void Trials_that_finish_in_reverse_order_keep_their_own_errors()
    {
        const int Workers = 8;
        var searcher = new RecordingSearcher();
        var objective = new ScriptedObjective();
        var run = TunerRun.Start(searcher, objective, Workers, new TunerOptions { Workers = Workers });
        for (var trial = Workers - 1; trial >= 0; trial--)
        {
            objective.AwaitAsking(trial);
            objective.Answer(trial, trial / 10.0);
            run.Events.AwaitCount<TrialEnded>(Workers - trial);
        }

        run.Finish();
        Assert.Equal([7, 6, 5, 4, 3, 2, 1, 0], run.Tuner.Records.Select(record => record.TrialId));
        Assert.All(run.Tuner.Records, record =>
        {
            Assert.Equal(searcher.Suggested[record.TrialId], record.Configuration);
            Assert.Equal(record.TrialId / 10.0, record.Error);
        });
        Assert.All(searcher.Learned, learned =>
        {
            Assert.Equal(searcher.Suggested[learned.TrialId], learned.Configuration);
            Assert.Equal(learned.TrialId / 10.0, learned.Error);
        });
        Assert.All(objective.Requests, request => Assert.Equal(searcher.Suggested[request.TrialId], request.Configuration));
        Assert.Equal(searcher.Suggested[0], run.Tuner.Incumbent);
    }

    [Fact]
    public void The_errors_of_interleaved_epochs_stay_with_their_trials()
    {
        var objective = new ScriptedObjective(maxEpochs: 3);
        var run = TunerRun.Start(new RecordingSearcher(), objective, 2, new TunerOptions { Workers = 2 });
        foreach (var (trial, epoch) in new[] { (0, 1), (1, 1), (1, 2), (0, 2), (1, 3), (0, 3) })
        {
            objective.AwaitAsking(trial, epoch);
            objective.Answer(trial, trial + (epoch / 10.0), epoch);
            run.Events.Await<EpochReported>(report => (report.TrialId, report.Epoch) == (trial, epoch));
        }

        run.Finish();
        Assert.All(run.Events.Of<EpochReported>(), report => Assert.Equal(report.TrialId + (report.Epoch / 10.0), report.Error));
        Assert.Equal([(1, 1.3), (0, 0.3)], run.Tuner.Records.Select(record => (record.TrialId, record.Error!.Value)));
    }
}
