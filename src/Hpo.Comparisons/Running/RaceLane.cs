using Hpo.Comparisons.Definitions;
using Hpo.Comparisons.Log;
using Hpo.Engine.Tuning;
using Hpo.Studies.Catalog;
using Hpo.Studies.Definitions;

namespace Hpo.Comparisons.Running;

/// <summary>One method in a race: a tuner by the clock, whose incumbents are told as they are found.</summary>
internal sealed class RaceLane(
    ComparisonDefinition definition,
    StudyCatalog catalog,
    Lane lane,
    int threadsPerTrial,
    Action<ComparisonEvent> record,
    Action<LaneProgress> report,
    TimeProvider time)
{
    private readonly IncumbentRecorder _recorder = new();
    private HpoTuner? _tuner;
    private IOException? _logFailure;

    /// <summary>Runs it on the calling thread and the tuner's, and hands in its result unless it is cancelled.</summary>
    /// <exception cref="IOException">The log could not be written.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            var study = RepetitionStudies.Of(
                definition, catalog.Objectives.Get(definition.Objectives[lane.Objective]), definition.Methods[lane.Method], lane.Repetition);
            _tuner = Tuner(study);
            _tuner.Run(study.Stop.Trials, cancellationToken);
        }
        catch (Exception exception)
        {
            _recorder.Fail(exception);
        }

        if (_logFailure is not null)
            throw _logFailure;
        if (_recorder.Ended != StudyOutcome.Cancelled || IsSpent)
            record(new RepetitionFinished(_recorder.ToResult(lane), time.GetElapsedTime(start).TotalSeconds));
    }

    /// <summary>Whether the epochs given are used up: the one limit the tuner does not know.</summary>
    private bool IsSpent => _recorder.Epochs >= definition.Budget.Epochs;

    private HpoTuner Tuner(StudyDefinition study) => new(
        catalog.Schedulers.Get(study.Scheduler.Type).Create(study, catalog.Searchers.Get(study.Searcher.Type).Create(study)),
        catalog.Objectives.Get(study.Objective.Type).Create(threadsPerTrial),
        new TunerOptions
        {
            Workers = study.Workers,
            MaxEpochs = study.MaxEpochs,
            TimeLimit = study.Stop.TimeLimitSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Seed = study.Seed,
        },
        OnEvent,
        time);

    private void OnEvent(StudyEvent studyEvent)
    {
        var steps = _recorder.StepCount;
        _recorder.Apply(studyEvent);
        if (_recorder.StepCount > steps)
            Record(new IncumbentChanged(lane.Objective, lane.Method, lane.Repetition, _recorder.LastStep!));
        if (studyEvent is EpochReported or TrialEnded)
        {
            report(new(lane, studyEvent.Elapsed.TotalSeconds, _recorder.Trials, _recorder.Epochs, _recorder.Newest));
            if (IsSpent)
                _tuner!.Cancel();
        }
    }

    private void Record(ComparisonEvent comparisonEvent)
    {
        try
        {
            record(comparisonEvent);
        }
        catch (IOException exception)
        {
            _logFailure = exception;
            throw;
        }
    }
}
