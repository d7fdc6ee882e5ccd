using System.Collections.Immutable;
using Hpo.Comparisons.Curves;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;

namespace Hpo.Comparisons.Running;

/// <summary>
/// Folds the events of one tuner into its incumbent curve. An error counts when it is handed in: when the trial is paused or ends, and not while
/// it runs. A trial counts once, when it first hands in an error or fails; one that was cut off by the end of the budget does neither. What is
/// remembered of a trial is forgotten at its end, so that the memory needed is that of the curve.
/// </summary>
internal sealed class IncumbentRecorder
{
    private readonly Dictionary<int, Unfinished> _unfinished = [];
    private readonly List<IncumbentStep> _steps = [];
    private TimeSpan _elapsed;
    private int _failed;
    private string? _reason;

    /// <summary>How many trials have handed in an error or failed.</summary>
    public int Trials { get; private set; }

    /// <summary>How many epochs have been run, those included after which a training had diverged.</summary>
    public int Epochs { get; private set; }

    /// <summary>How many steps the curve has.</summary>
    public int StepCount => _steps.Count;

    /// <summary>The last step; null before the first.</summary>
    public IncumbentStep? LastStep => _steps.Count > 0 ? _steps[^1] : null;

    /// <summary>How the tuner ended; null while it runs.</summary>
    public StudyOutcome? Ended { get; private set; }

    /// <summary>What running and paused trials last reported.</summary>
    public ImmutableArray<TrialError> Newest =>
    [
        .. from trial in _unfinished
           where trial.Value is { IsPaused: false, Epoch: > 0 }
           orderby trial.Key
           select new TrialError(trial.Key, trial.Value.Epoch, trial.Value.Error),
    ];

    /// <summary>Takes in the next event.</summary>
    public void Apply(StudyEvent studyEvent)
    {
        _elapsed = studyEvent.Elapsed;
        switch (studyEvent)
        {
            case EpochReported report:
                Epochs++;
                _unfinished[report.TrialId] = Of(report.TrialId) with { Epoch = report.Epoch, Error = report.Error, IsPaused = false };
                break;
            case TrialPaused paused:
                HandIn(paused.TrialId, TrialStatus.Paused);
                _unfinished[paused.TrialId] = Of(paused.TrialId) with { IsPaused = true, IsCounted = true };
                break;
            case TrialEnded ended:
                End(ended);
                break;
            case StudyEnded ended:
                (Ended, _reason) = (ended.Outcome, ended.Reason);
                break;
        }
    }

    /// <summary>The tuner could not run on, or not run at all.</summary>
    public void Fail(Exception exception)
    {
        if (Ended != StudyOutcome.Failed)
            (Ended, _reason) = (StudyOutcome.Failed, $"{exception.GetType().Name}: {exception.Message}");
    }

    /// <summary>What is kept.</summary>
    public RepetitionResult ToResult(Lane lane) => new(
        lane.Objective,
        lane.Method,
        lane.Repetition,
        [.. _steps],
        _elapsed.TotalSeconds,
        Trials,
        Epochs,
        _failed,
        Ended switch
        {
            StudyOutcome.Exhausted => RepetitionOutcome.Exhausted,
            StudyOutcome.Failed => RepetitionOutcome.Failed,
            _ => RepetitionOutcome.Completed,
        },
        Ended == StudyOutcome.Failed ? _reason : null);

    private Unfinished Of(int trial) => _unfinished.GetValueOrDefault(trial);

    private void End(TrialEnded ended)
    {
        // the epoch after which an error is no number is not reported, and has been run all the same
        if (ended.Status is TrialStatus.NotANumber or TrialStatus.Infinite)
            Epochs++;
        if (ended.Status.IsFailure())
            _failed++;
        HandIn(ended.TrialId, ended.Status);
        _unfinished.Remove(ended.TrialId);
    }

    private void HandIn(int id, TrialStatus status)
    {
        var trial = Of(id);
        if (!trial.IsCounted && (status.IsFailure() || status.HandsInError()))
            Trials++;
        if (status.HandsInError() && trial.Epoch > 0 && TrialStatusRules.Improves(trial.Error, LastStep?.Error))
            _steps.Add(new(_elapsed.TotalSeconds, Trials, Epochs, trial.Error));
    }

    private readonly record struct Unfinished(int Epoch, double Error, bool IsPaused, bool IsCounted);
}
