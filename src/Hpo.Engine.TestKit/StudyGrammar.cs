using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.TestKit;

/// <summary>What every sequence of events has to be like, however the study went.</summary>
public static class StudyGrammar
{
    public static void AssertFollowed(IReadOnlyList<StudyEvent> events, int maxEpochs)
    {
        Assert.IsType<StudyStarted>(events[0]);
        Assert.IsType<StudyEnded>(events[^1]);
        Assert.Single(events.OfType<StudyStarted>());
        Assert.Equal(1 + events.OfType<StudyResumed>().Count(), events.OfType<StudyEnded>().Count());
        var status = new Dictionary<int, TrialStatus>();
        var epochs = new Dictionary<int, int>();
        foreach (var studyEvent in events)
        {
            switch (studyEvent)
            {
                case TrialStarted start:
                    // numbers are given in order, none left out
                    Assert.Equal(status.Count, start.TrialId);
                    status.Add(start.TrialId, TrialStatus.Running);
                    // a trial bred from another goes on where that one was paused
                    epochs.Add(start.TrialId, start.ParentId is { } parent ? epochs[parent] : 0);
                    break;
                case EpochReported report:
                    Assert.Equal(TrialStatus.Running, status[report.TrialId]);
                    Assert.Equal(epochs[report.TrialId] + 1, report.Epoch);
                    Assert.True(double.IsFinite(report.Error));
                    epochs[report.TrialId] = report.Epoch;
                    break;
                case TrialPaused pause:
                    Assert.Equal(TrialStatus.Running, status[pause.TrialId]);
                    status[pause.TrialId] = TrialStatus.Paused;
                    break;
                case TrialLost lost:
                    Assert.Equal(TrialStatus.Running, status[lost.TrialId]);
                    status[lost.TrialId] = TrialStatus.Paused;
                    break;
                case TrialResumed resume:
                    Assert.Equal(TrialStatus.Paused, status[resume.TrialId]);
                    status[resume.TrialId] = TrialStatus.Running;
                    break;
                case StudyResumed:
                    // those that were running wait to be run again
                    foreach (var id in status.Keys.Where(id => status[id] == TrialStatus.Interrupted).ToList())
                        status[id] = TrialStatus.Paused;
                    break;
                case TrialEnded end:
                    Assert.False(status[end.TrialId].IsFinal());
                    Assert.True(end.Status.IsFinal());
                    // the program may have ended between a trial's last report and its end
                    if (end.Status != TrialStatus.Interrupted)
                        Assert.Equal(end.Status == TrialStatus.Completed, epochs[end.TrialId] == maxEpochs);
                    status[end.TrialId] = end.Status;
                    break;
            }
        }

        Assert.All(status.Values, final => Assert.True(final.IsFinal()));
    }
}
