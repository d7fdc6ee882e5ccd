using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Tests.Support;

/// <summary>Logs that break off, as a killed process leaves them.</summary>
internal static class CutHistory
{
    /// <summary>The first events of a run, closed as the next process closes them.</summary>
    public static IReadOnlyList<StudyEvent> Of(IEnumerable<StudyEvent> events, int length)
    {
        List<StudyEvent> history = [.. events.Take(length)];
        var running = new SortedSet<int>();
        foreach (var studyEvent in history)
        {
            _ = studyEvent switch
            {
                TrialStarted e => running.Add(e.TrialId),
                TrialResumed e => running.Add(e.TrialId),
                TrialLost e => running.Remove(e.TrialId),
                TrialPaused e => running.Remove(e.TrialId),
                TrialEnded e => running.Remove(e.TrialId),
                _ => false,
            };
        }

        var elapsed = history.Count > 0 ? history[^1].Elapsed : TimeSpan.Zero;
        history.AddRange(running.Select(id => new TrialEnded(elapsed, id, TrialStatus.Interrupted, TimeSpan.Zero, "killed")));
        history.Add(new StudyEnded(elapsed, StudyOutcome.Interrupted, "killed"));
        return history;
    }

    /// <summary>The events without those that an interruption and a resumption bring.</summary>
    public static IEnumerable<StudyEvent> WithoutInterruptions(IEnumerable<StudyEvent> events)
    {
        var again = new HashSet<int>();
        foreach (var studyEvent in events)
        {
            switch (studyEvent)
            {
                case StudyEnded { Outcome: StudyOutcome.Interrupted } or StudyResumed:
                case TrialEnded { Status: TrialStatus.Interrupted } interrupted when again.Add(interrupted.TrialId):
                case TrialResumed resumed when again.Remove(resumed.TrialId):
                    break;
                default:
                    yield return studyEvent;
                    break;
            }
        }
    }
}
