using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Tuning;
using Hpo.Studies.Definitions;
using Hpo.Studies.Running.Commands;

namespace Hpo.Studies.Exchange;

/// <summary>
/// Which event may follow which, and what an event may say: what every study of this program keeps to by itself, and a log from elsewhere has to be asked. Folding
/// an event that keeps to it takes a bounded time.
/// </summary>
internal sealed class EventOrder(StudyDefinition definition)
{
    private static readonly TimeSpan LongestStudy = TimeSpan.FromDays(100 * 366);

    /// <summary>A trial can be paused after each epoch, and be at a rung there.</summary>
    private const int MaxEventsOfTrial = 4 * StudyDefinitionRules.MaxEpochs;

    private readonly List<Trial> _trials = [];
    private readonly HashSet<int> _waiting = [];
    private TimeSpan _elapsed;
    private StudyEvent? _last;
    private bool _isStarted;

    /// <summary>Takes the next event.</summary>
    /// <exception cref="InvalidDataException">It is impossible.</exception>
    public void Check(StudyEvent next)
    {
        if (next.Elapsed < _elapsed || next.Elapsed > LongestStudy)
            throw new InvalidDataException($"The time {next.Elapsed} cannot follow {_elapsed}.");
        // a program may have ended before a study began: then the log says nothing but that
        if (next is StudyStarted ? _isStarted : !_isStarted && next is not (StudyResumed or StudyEnded))
            throw new InvalidDataException("A study begins with its start, once.");
        if (_last is StudyEnded ended && !(next is StudyResumed && ended.Outcome == StudyOutcome.Interrupted))
            throw new InvalidDataException("Nothing follows the end of a study, unless it was interrupted and goes on.");
        CheckTrial(next);
        (_elapsed, _last, _isStarted) = (next.Elapsed, next, _isStarted || next is StudyStarted);
    }

    private void CheckTrial(StudyEvent next)
    {
        switch (next)
        {
            case StudyStarted { Brackets: { } brackets }:
                Require(brackets.All(bracket => bracket is { Rungs.IsDefault: false }), "A bracket has rungs.");
                break;
            case StudyEnded { Outcome: var outcome }:
                Require(Enum.IsDefined(outcome), "A study does not end like this.");
                break;
            case StudyResumed:
                foreach (var interrupted in _trials.Where(trial => trial.Status == TrialStatus.Interrupted))
                    interrupted.Status = TrialStatus.Paused;
                break;
            case TrialStarted started:
                Start(started);
                break;
            case CheckpointLost gone:
                var beginning = Get(gone.TrialId, TrialStatus.Running);
                Require(gone.Epoch >= 0 && gone.Epoch <= beginning.Epoch, $"There was no checkpoint of trial {gone.TrialId} after epoch {gone.Epoch}.");
                break;
            case EpochReported report:
                var reporting = Get(report.TrialId, TrialStatus.Running);
                Require(report.Epoch > reporting.Epoch && report.Epoch <= StudyDefinitionRules.MaxEpochs, $"Epoch {report.Epoch} does not follow epoch {reporting.Epoch}.");
                Require(double.IsFinite(report.Error), "The error of an epoch is a finite number.");
                RequireTime(report.Runtime);
                reporting.Epoch = report.Epoch;
                break;
            case RungReached reached:
                Get(reached.TrialId, TrialStatus.Running);
                Require(reached.Standing.CutOff is null or (> double.NegativeInfinity and < double.PositiveInfinity), "The cut-off of a rung is a finite number.");
                break;
            case TrialPaused paused:
                RequireTime(paused.Runtime);
                Get(paused.TrialId, TrialStatus.Running).Status = TrialStatus.Paused;
                break;
            case TrialLost lost:
                RequireTime(lost.Runtime);
                Get(lost.TrialId, TrialStatus.Running).Status = TrialStatus.Lost;
                break;
            case TrialResumed resumed:
                RequireWorker(resumed.Worker);
                Get(resumed.TrialId, TrialStatus.Paused, TrialStatus.Lost).Status = TrialStatus.Running;
                break;
            case TrialEnded trialEnded:
                RequireTime(trialEnded.Runtime);
                Require(trialEnded.Trace is not { Length: > TrialEnded.LongestTrace }, $"A stack trace has at most {TrialEnded.LongestTrace} characters.");
                Require(Enum.IsDefined(trialEnded.Status) && trialEnded.Status.IsFinal(), $"{trialEnded.Status} is not how a trial ends.");
                Get(trialEnded.TrialId, TrialStatus.Running, TrialStatus.Paused, TrialStatus.Lost).Status = trialEnded.Status;
                break;
            default:
                CheckSteering(next);
                break;
        }
    }

    /// <summary>What a person has done to the study while it ran.</summary>
    private void CheckSteering(StudyEvent next)
    {
        switch (next)
        {
            case NumberOfTrialsChanged changed:
                RequireTrials(changed.Trials);
                break;
            case WorkersChanged changed:
                Require(changed.Workers is > 0 and <= StudyDefinitionRules.MaxWorkers, $"There cannot be {changed.Workers} workers.");
                break;
            case ConfigurationEnqueued enqueued:
                RequireTrials(enqueued.Trials);
                RequireInSpace(enqueued.Configuration);
                Require(_waiting.Add(enqueued.Number), $"Configuration {enqueued.Number} waits already.");
                Require(_waiting.Count <= CommandRules.MaxEnqueued, $"More than {CommandRules.MaxEnqueued} configurations wait to be tried.");
                break;
            case ConfigurationWithdrawn withdrawn:
                RequireTrials(withdrawn.Trials);
                Require(_waiting.Remove(withdrawn.Number), $"Configuration {withdrawn.Number} does not wait.");
                break;
            case TrialStopRequested requested:
                Get(requested.TrialId, TrialStatus.Running, TrialStatus.Paused, TrialStatus.Lost);
                break;
        }
    }

    private void Start(TrialStarted started)
    {
        Require(started.TrialId == _trials.Count, $"Trial {started.TrialId} does not follow trial {_trials.Count - 1}.");
        Require(started.TrialId < StudyDefinitionRules.MaxTrials, $"A study has at most {StudyDefinitionRules.MaxTrials} trials.");
        Require(started.ParentId is null || (started.ParentId >= 0 && started.ParentId < started.TrialId), $"Trial {started.ParentId} cannot be a parent.");
        RequireWorker(started.Worker);
        RequireInSpace(started.Configuration);
        Require(started.Enqueued is not { } number || _waiting.Remove(number), $"Configuration {started.Enqueued} does not wait.");
        _trials.Add(new Trial { Epoch = started.ParentId is { } parent ? _trials[parent].Epoch : 0 });
    }

    private Trial Get(int id, params ReadOnlySpan<TrialStatus> expected)
    {
        Require(id >= 0 && id < _trials.Count, $"Trial {id} was never started.");
        var trial = _trials[id];
        Require(expected.Contains(trial.Status), $"Trial {id} is {trial.Status.ToString().ToLowerInvariant()}: this cannot happen to it.");
        Require(++trial.Events <= MaxEventsOfTrial, $"Trial {id} has more than {MaxEventsOfTrial} events.");
        return trial;
    }

    private void RequireInSpace(Configuration configuration)
    {
        var problems = definition.Space.Check(configuration);
        Require(problems.Count == 0, $"The configuration does not belong to the space: {string.Join(' ', problems)}");
    }

    private static void RequireTrials(int trials) => Require(trials is > 0 and <= StudyDefinitionRules.MaxTrials, $"There cannot be {trials} trials.");

    private static void RequireWorker(int worker) =>
        Require(worker is >= 0 and < StudyDefinitionRules.MaxWorkers, $"There is no worker {worker}.");

    private static void RequireTime(TimeSpan runtime) => Require(runtime >= TimeSpan.Zero && runtime <= LongestStudy, $"The runtime {runtime} is impossible.");

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidDataException(otherwise);
    }

    private sealed class Trial
    {
        public TrialStatus Status { get; set; } = TrialStatus.Running;

        public int Epoch { get; set; }

        public int Events { get; set; }
    }
}
