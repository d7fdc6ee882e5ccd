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
        var trial = (worker.Assignment?.Trial ?? worker.Trial)!;
        try
        {
            if (worker.Assignment is { } assignment)
                Begin(worker, assignment);
            else if (worker.IsTimingOut)
                TimeOut(worker, trial);
            else
                EndEpoch(worker, trial);
        }
        catch (OperationCanceledException) when (coordinator.IsEnding || cancellationToken.IsCancellationRequested)
        {
            coordinator.Steering.Cancel();
        }
        catch (Exception exception)
        {
            coordinator.Endings.Failed(trial, exception);
            Release(worker, trial);
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

        worker.Trial = assignment.Trial;
        coordinator.Begin(assignment, worker.Number, worker.DecisionTime);
        RunEpoch(worker, assignment.Trial);
    }

    private void RunEpoch(SimulatedWorker worker, ActiveTrial trial)
    {
        var evaluation = worker.Evaluation ??= objective.Start(coordinator.RequestFor(trial));
        if (evaluation.Epoch >= coordinator.MaxEpochs)
        {
            coordinator.Endings.Unfinished(trial);
            Release(worker, trial);
            return;
        }

        worker.Error = evaluation.RunEpoch(cancellationToken);
        var time = evaluation is ITimedEvaluation timed ? timed.EpochTime : UntimedEpoch;
        if (time <= TimeSpan.Zero)
            throw new InvalidOperationException("By the objective, the epoch took no time.");
        if (options.TrialTimeout - trial.Timer.Counted is { } left && left < time)
        {
            worker.IsTimingOut = true;
            time = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }

        Enqueue(worker, time);
    }

    private void EndEpoch(SimulatedWorker worker, ActiveTrial trial)
    {
        _epochs++;
        var evaluation = worker.Evaluation!;
        var verdict = coordinator.Report(trial, evaluation.Epoch, worker.Error);
        if (verdict.Kind == VerdictKind.Pause)
        {
            var checkpoint = evaluation.SaveCheckpoint();
            worker.Release();
            coordinator.Pause(trial, checkpoint);
        }
        else if (verdict.Kind == VerdictKind.Stop || evaluation.Epoch >= coordinator.MaxEpochs)
        {
            Release(worker, trial);
        }
        else if (!IsEpochLimitReached && !coordinator.IsEnding)
        {
            RunEpoch(worker, trial);
        }
    }

    private void TimeOut(SimulatedWorker worker, ActiveTrial trial)
    {
        coordinator.Endings.TimedOut(trial);
        Release(worker, trial);
    }

    /// <summary>The run has ended: so do the trials that are running, and what was decided and not begun is taken back.</summary>
    private void CancelRunning()
    {
        foreach (var worker in _workers)
        {
            if (worker.Assignment is { } assignment)
                coordinator.TakeBack(assignment);
            if (worker.Trial is not { } trial)
                continue;
            coordinator.Endings.Cancelled(trial);
            Release(worker, trial);
        }
    }

    /// <summary>Frees a worker of a trial that has ended.</summary>
    private void Release(SimulatedWorker worker, ActiveTrial trial)
    {
        try
        {
            worker.Release();
        }
        catch (Exception exception)
        {
            // by now it no longer matters, as with a tuner in real time
            coordinator.Endings.Failed(trial, exception);
        }
    }
}
