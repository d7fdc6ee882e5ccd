using Hpo.Engine.Schedulers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Tuning;

/// <summary>
/// How many trials a study has, how many of them have been started, and which configurations people have enqueued: each of these has a place among
/// the trials that are left. Used with the lock of the run's state held.
/// </summary>
internal sealed class TrialPlan(HpoScheduler scheduler, int numberOfTrials)
{
    private readonly List<EnqueuedConfiguration> _enqueued = [];

    /// <summary>How many trials the study has.</summary>
    public int NumberOfTrials { get; private set; } = numberOfTrials;

    /// <summary>How many trials have been started; the number of the next.</summary>
    public int Started { get; set; }

    /// <summary>How many configurations have been enqueued so far; the number of the next.</summary>
    public int NextEnqueued { get; private set; }

    /// <summary>What waits to be tried, in order.</summary>
    public IReadOnlyList<EnqueuedConfiguration> Enqueued => _enqueued;

    /// <summary>Whether it has been decided that the next trial is one of the searcher's, which is still working on its suggestion.</summary>
    public bool IsNextTaken { get; set; }

    /// <summary>The number of the next trial that the scheduler may start; null when there is none left for it.</summary>
    public int? NextTrialId => Spoken < NumberOfTrials ? Started : null;

    /// <summary>The smallest number of trials that the study can have by now.</summary>
    public int Fewest => Math.Max(1, Spoken);

    /// <summary>Whether the next trial is the last.</summary>
    public bool IsNextLast => Started + 1 == NumberOfTrials;

    /// <summary>Changes the number of trials, and tells the scheduler what that means to it.</summary>
    /// <param name="trials">The new number, at least <see cref="Fewest"/>.</param>
    public void SetNumberOfTrials(int trials)
    {
        var hadStartedAll = Started >= NumberOfTrials;
        NumberOfTrials = trials;
        if (hadStartedAll && Started < trials)
            scheduler.OnTrialsAdded();
        else if (!hadStartedAll && Started >= trials)
            scheduler.OnAllTrialsStarted();
    }

    /// <summary>Enqueues a configuration; when no trial is left for it, the study gets one more.</summary>
    public EnqueuedConfiguration Enqueue(Configuration configuration)
    {
        var enqueued = new EnqueuedConfiguration(NextEnqueued++, configuration, NextTrialId is null);
        _enqueued.Add(enqueued);
        if (enqueued.AddsTrial)
            SetNumberOfTrials(NumberOfTrials + 1);
        return enqueued;
    }

    /// <summary>Takes a configuration back, with the trial that the study got for it. False when it does not wait.</summary>
    public bool Withdraw(int number)
    {
        if (_enqueued.Find(enqueued => enqueued.Number == number) is not { } withdrawn)
            return false;
        _enqueued.Remove(withdrawn);
        if (withdrawn.AddsTrial && NumberOfTrials - 1 >= Fewest)
            SetNumberOfTrials(NumberOfTrials - 1);
        return true;
    }

    /// <summary>How many trials have been started or are spoken for.</summary>
    private int Spoken => Started + _enqueued.Count + (IsNextTaken ? 1 : 0);

    /// <summary>The first configuration that waits, which is about to be tried.</summary>
    public EnqueuedConfiguration Take()
    {
        var first = _enqueued[0];
        _enqueued.RemoveAt(0);
        return first;
    }
}
