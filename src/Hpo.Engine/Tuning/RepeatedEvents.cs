using Hpo.Engine.Trials;

namespace Hpo.Engine.Tuning;

/// <summary>
/// The events of a run that repeats an interrupted one from its beginning: as long as they are those of the history they are compared with it and not
/// passed on; then it is said that the study goes on, and everything is passed on.
/// </summary>
internal sealed class RepeatedEvents
{
    private readonly Action<StudyEvent>? _onEvent;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<StudyEvent> _history;
    private readonly SortedDictionary<int, int> _workers = [];
    private readonly HashSet<int> _running = [];
    private int _repeated;
    private bool _hasFailed;

    /// <summary>Prepares a repetition.</summary>
    /// <param name="history">All events of the interrupted run, those of earlier interruptions and resumptions included.</param>
    /// <param name="onEvent">Told of the events that are new.</param>
    /// <param name="now">The date and time of the resumption.</param>
    public RepeatedEvents(IReadOnlyList<StudyEvent> history, Action<StudyEvent>? onEvent, DateTimeOffset now)
    {
        _onEvent = onEvent;
        _now = now;
        _history = [.. history.Where(HappensAgain)];
    }

    /// <summary>Takes an event.</summary>
    /// <exception cref="CannotResumeException">It is not the one of the history.</exception>
    public void Take(StudyEvent studyEvent)
    {
        if (_hasFailed)
            return;
        if (_history.Count == 0 && _repeated++ == 0)
            GoOn(TimeSpan.Zero);
        if (_repeated >= _history.Count)
        {
            _onEvent?.Invoke(studyEvent);
            return;
        }

        if (!IsSame(_history[_repeated], studyEvent))
        {
            _hasFailed = true;
            throw new CannotResumeException(
                $"The study cannot be resumed: repeated, it is no longer what its log says ({_history[_repeated]} then, {studyEvent} now). Start it anew instead.");
        }

        if (++_repeated == _history.Count)
            GoOn(studyEvent.Elapsed);
    }

    /// <summary>The time of the start is another one now, and the ladders follow from the definition.</summary>
    private static bool IsSame(StudyEvent then, StudyEvent now) => then is StudyStarted ? now is StudyStarted : WithoutTrace(then).Equals(WithoutTrace(now));

    /// <summary>Where something was thrown depends on how the program was compiled.</summary>
    private static StudyEvent WithoutTrace(StudyEvent studyEvent) => studyEvent is TrialEnded ended ? ended with { Trace = null } : studyEvent;

    /// <summary>Leaves out what interruptions and resumptions brought, and keeps the books of who is running.</summary>
    private bool HappensAgain(StudyEvent studyEvent)
    {
        switch (studyEvent)
        {
            case TrialStarted started:
                _workers[started.TrialId] = started.Worker;
                return _running.Add(started.TrialId);
            case TrialResumed resumed:
                _workers[resumed.TrialId] = resumed.Worker;
                return _running.Add(resumed.TrialId);
            case TrialPaused paused:
                return _running.Remove(paused.TrialId);
            case TrialEnded { Status: TrialStatus.Interrupted } or StudyEnded { Outcome: StudyOutcome.Interrupted } or StudyResumed or StopRequested:
                return false;
            case TrialEnded ended:
                _running.Remove(ended.TrialId);
                return true;
            default:
                return true;
        }
    }

    private void GoOn(TimeSpan elapsed)
    {
        _onEvent?.Invoke(new StudyResumed(elapsed, _now));
        foreach (var (trialId, worker) in _workers)
        {
            if (_running.Contains(trialId))
                _onEvent?.Invoke(new TrialResumed(elapsed, trialId, "goes on, because the program had ended before it was done", worker));
        }
    }
}
