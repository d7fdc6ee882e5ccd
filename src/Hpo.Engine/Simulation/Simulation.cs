using Hpo.Engine.Objectives;
using Hpo.Engine.Schedulers;
using Hpo.Engine.Tuning;

namespace Hpo.Engine.Simulation;

/// <summary>
/// The workers of a run in simulated time. Every busy worker stands in the queue with the moment at which it needs attention: its decision is made, or its
/// epoch ends. An epoch is computed when it begins, because only then it is known how long it takes; nobody hears of its error before it ends.
/// </summary>
internal sealed class Simulation(
    Coordinator coordinator, Objective objective, SimulationOptions options, SimulatedClock clock, int workers, CancellationToken cancellationToken)
{
    /// <summary>How long an epoch takes whose evaluation does not say.</summary>
    public static readonly TimeSpan UntimedEpoch = TimeSpan.FromSeconds(1);

    private readonly SimulatedWorker[] _workers = [.. Enumerable.Range(0, workers).Select(number => new SimulatedWorker(number))];

    /// <summary>When each busy worker needs attention; the second number keeps what was begun first in front.</summary>
    private readonly PriorityQueue<SimulatedWorker, (TimeSpan Time, long Order)> _queue = new();
    private long _order;
    private int _epochs;

    /// <summary>The one worker whose decision is being made; null when none is.</summary>
    private SimulatedWorker? _deciding;

    private bool IsEpochLimitReached => _epochs >= options.EpochLimit;

    /// <summary>Runs until no worker has anything to do, or the run is ended.</summary>
    public void Run()
    {
        while (!coordinator.IsEnding)
        {
            var isBusy = _queue.TryPeek(out _, out var next);
            // what happens at this moment comes before the decisions made at it
            if ((!isBusy || next.Time > clock.Elapsed) && Decide())
                continue;
            if (!isBusy)
                break;
            AdvanceTo(next.Time);
        }

        CancelRunning();
    }

    private void AdvanceTo(TimeSpan time)
    {
        if (options.TimeLimit is { } limit && time > limit)
        {
            clock.AdvanceTo(limit);
            coordinator.EndAtTimeLimit();
            return;
        }

        clock.AdvanceTo(time);
        Attend(_queue.Dequeue());
        if (IsEpochLimitReached)
            coordinator.EndNow(StudyOutcome.EpochLimit, $"The limit of {options.EpochLimit} epochs was reached.");
    }

    /// <summary>Has a decision made for the first worker that is free, unless one is being made already.</summary>
    /// <returns>Whether anything was done.</returns>
    private bool Decide()
    {
        if (_deciding is not null || NextToAsk() is not { } worker)
            return false;
        var began = options.DecisionTime.Begin();
        var order = coordinator.Next(worker.Number);
        if (order is WorkerOrder.Suggest { Suggestion: var suggestion })
        {
            coordinator.Suggest(suggestion);
            order = coordinator.Next(worker.Number);
        }

        var time = options.DecisionTime.Since(began);
        worker.WaitsSince = order is WorkerOrder.Wait ? coordinator.Changes : null;
        worker.HasLeft = order is WorkerOrder.Leave;
        if (order is not WorkerOrder.Run { Assignment: var assignment })
            return true;
        (worker.Assignment, worker.DecisionTime) = (assignment, time);
        _deciding = worker;
        if (time > TimeSpan.Zero)
            Enqueue(worker, time);
        else
            Attend(worker);
        return true;
    }

    /// <summary>The free worker with the lowest number that has something new to ask; null when there is none.</summary>
    private SimulatedWorker? NextToAsk()
    {
        var changes = coordinator.Changes;
        foreach (var worker in _workers)
        {
            if (worker.IsFree && worker.WaitsSince != changes)
                return worker;
        }

        return null;
    }

    private void Enqueue(SimulatedWorker worker, TimeSpan wait) => _queue.Enqueue(worker, (clock.Elapsed + wait, _order++));

    /// <summary>What a busy worker has been waiting for has come.</summary>
    private void Attend(SimulatedWorker worker)
    {
        var before = worker.Attempt;
        try
        {
            if (worker.Assignment is { } assignment)
                Begin(worker, assignment);
            else if (worker.IsTimingOut)
                TimeOut(worker, worker.Attempt!.Value);
            else
                EndEpoch(worker, worker.Attempt!.Value);
        }
        catch (OperationCanceledException) when (coordinator.IsEnding || cancellationToken.IsCancellationRequested)
        {
            coordinator.Steering.Cancel();
        }
        catch (Exception exception) when ((worker.Attempt ?? before) is { } attempt)
        {
            coordinator.Endings.Failed(attempt, exception);
            Release(worker, attempt);
        }
    }

    private void Begin(SimulatedWorker worker, Assignment assignment)
    {
        _deciding = null;
        worker.Assignment = null;
        if (coordinator.IsStopRequested)
        {
            coordinator.TakeBack(assignment);
            return;
        }

        var attempt = coordinator.Attempts.Begin(assignment, worker.Number, worker.DecisionTime);
        worker.Attempt = attempt;
        var request = coordinator.Attempts.RequestFor(attempt);
        try
        {
            Start(worker, attempt, request);
        }
        catch (Exception exception) when (IsRefusal(exception, worker) && request.Checkpoint is not null)
        {
            worker.Evaluation?.Dispose();
            worker.Evaluation = null;
            Start(worker, attempt, coordinator.Attempts.RequestWithout(attempt, exception.Message));
        }
    }

    /// <summary>Before an evaluation is there, nothing has been computed that could have gone wrong.</summary>
    private static bool IsRefusal(Exception exception, SimulatedWorker worker) =>
        exception is UnusableCheckpointException || (worker.Evaluation is null && exception is not OperationCanceledException);

    private void Start(SimulatedWorker worker, Attempt attempt, EvaluationRequest request)
    {
        worker.Evaluation = objective.Start(request);
        RunEpoch(worker, attempt);
    }

    private void RunEpoch(SimulatedWorker worker, Attempt attempt)
    {
        var evaluation = worker.Evaluation!;
        if (evaluation.Epoch >= coordinator.MaxEpochs)
        {
            coordinator.Endings.Unfinished(attempt);
            Release(worker, attempt);
            return;
        }

        worker.Error = evaluation.RunEpoch(cancellationToken);
        var time = evaluation is ITimedEvaluation timed ? timed.EpochTime : UntimedEpoch;
        if (time <= TimeSpan.Zero)
            throw new InvalidOperationException("By the objective, the epoch took no time.");
        if (options.TrialTimeout - attempt.Trial.Timer.Counted is { } left && left < time)
        {
            worker.IsTimingOut = true;
            time = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        Enqueue(worker, time);
    }

    private void EndEpoch(SimulatedWorker worker, Attempt attempt)
    {
        _epochs++;
        var evaluation = worker.Evaluation!;
        var verdict = coordinator.Attempts.Report(attempt, evaluation.Epoch, worker.Error);
        if (verdict.Kind == VerdictKind.Pause)
        {
            var checkpoint = evaluation.SaveCheckpoint();
            worker.Release();
            coordinator.Attempts.Pause(attempt, checkpoint);
        }
        else if (verdict.Kind == VerdictKind.Stop || evaluation.Epoch >= coordinator.MaxEpochs)
        {
            Release(worker, attempt);
        }
        else if (!IsEpochLimitReached && !coordinator.IsEnding)
        {
            RunEpoch(worker, attempt);
        }
    }

    private void TimeOut(SimulatedWorker worker, Attempt attempt)
    {
        coordinator.Endings.TimedOut(attempt);
        Release(worker, attempt);
    }

    /// <summary>The run has ended: so do the trials that are running, and what was decided and not begun is taken back.</summary>
    private void CancelRunning()
    {
        foreach (var worker in _workers)
        {
            if (worker.Assignment is { } assignment)
                coordinator.TakeBack(assignment);
            if (worker.Attempt is not { } attempt)
                continue;
            coordinator.Endings.Cancelled(attempt);
            Release(worker, attempt);
        }
    }

    /// <summary>Frees a worker of a trial that has ended.</summary>
    private void Release(SimulatedWorker worker, Attempt attempt)
    {
        try
        {
            worker.Release();
        }
        catch (Exception exception)
        {
            // by now it no longer matters, as with a tuner in real time
            coordinator.Endings.Failed(attempt, exception);
        }
    }
}
