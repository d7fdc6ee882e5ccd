using Hpo.Engine.Objectives;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;
using Hpo.Engine.Trials;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// What all schedulers share that compare trials before their last epoch. The searcher learns an error whenever trials are compared – at each
/// rung, or after each epoch where every epoch is one – and that of the last epoch; so a trial that is stopped or paused is no longer pending,
/// and all errors that a model is given after some number of epochs are those of every trial that got there.
/// </summary>
public abstract class MultiFidelityScheduler : HpoScheduler
{
    private readonly HpoSearcher _searcher;
    private readonly HashSet<int> _running = [];
    private bool _isExhausted;

    /// <summary>Prepares a study.</summary>
    /// <param name="searcher">Suggests the configurations.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation, at least 1.</param>
    protected MultiFidelityScheduler(HpoSearcher searcher, int maxEpochs)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEpochs, 1);
        _searcher = searcher;
        MaxEpochs = maxEpochs;
    }

    /// <summary>The number of epochs of a full evaluation.</summary>
    public int MaxEpochs { get; }

    /// <summary>The name a person reads.</summary>
    protected abstract string Name { get; }

    /// <summary>Whether it pauses trials, which takes checkpoints.</summary>
    protected abstract bool Pauses { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Problem> CheckObjective(Objective objective, int maxEpochs)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var problems = new List<Problem>();
        var needsEpochs = $"{Name} compares trials before their last epoch, and {objective.Name} has";
        if (!objective.HasEpochs)
            problems.Add(new Problem("scheduler", $"{needsEpochs} no epochs: let every trial run to its end (first in, first out)."));
        else if (maxEpochs < 2)
            problems.Add(new Problem("scheduler", $"{needsEpochs} a single epoch here: allow more."));
        else if (maxEpochs != MaxEpochs)
            problems.Add(new Problem("scheduler", $"{Name} was made for {MaxEpochs} epochs, and the study has {maxEpochs}."));
        if (Pauses && !objective.HasCheckpoints)
        {
            problems.Add(new Problem(
                "scheduler", $"{Name} pauses trials and resumes them from checkpoints, and {objective.Name} has none: use a scheduler that only stops trials."));
        }

        return problems;
    }

    /// <inheritdoc/>
    public sealed override Verdict Update(Configuration configuration, double error, TrialInfo info)
    {
        var verdict = Verdict.Continue;
        if (IsCompared(info.TrialId, info.Epoch))
        {
            _searcher.Update(configuration, error, info);
            verdict = Judge(info.TrialId, error, info.Epoch);
        }

        if (info.IsFinal || verdict.Kind != VerdictKind.Continue)
            _running.Remove(info.TrialId);
        return verdict;
    }

    /// <inheritdoc/>
    public sealed override void OnTrialStarted(int trialId, Configuration configuration)
    {
        _searcher.OnTrialStarted(trialId, configuration);
        _running.Add(trialId);
        Enter(trialId, configuration);
    }

    /// <inheritdoc/>
    public sealed override void OnTrialFailed(int trialId, Configuration configuration, TrialStatus status)
    {
        _searcher.OnTrialFailed(trialId, configuration, status);
        _running.Remove(trialId);
        Leave(trialId);
    }

    /// <summary>Whether a trial is compared with others after an epoch; always so after the last.</summary>
    protected abstract bool IsCompared(int trialId, int epoch);

    /// <summary>Decides what becomes of a trial at an epoch where it is compared. After the last epoch it is completed whatever the answer.</summary>
    protected abstract Verdict Judge(int trialId, double error, int epoch);

    /// <summary>A trial was started.</summary>
    protected virtual void Enter(int trialId, Configuration configuration)
    {
    }

    /// <summary>A trial, running or paused, failed.</summary>
    protected virtual void Leave(int trialId)
    {
    }

    /// <summary>Starts what the searcher suggests; null when all trials have been started or the searcher has nothing left.</summary>
    protected Decision? StartNew(int? trialId)
    {
        if (trialId is not { } newTrialId || _isExhausted)
            return null;
        if (Decision.StartNext(_searcher, newTrialId) is { } start)
            return start;
        _isExhausted = true;
        return null;
    }

    /// <summary>Resumes a paused trial.</summary>
    protected Decision Resume(int trialId, string reason)
    {
        _running.Add(trialId);
        return new Decision.Resume(trialId, reason);
    }

    /// <summary>What there is to do when there is nothing to start or resume: while a trial runs, wait; then stop a trial that is still paused, if any.</summary>
    protected Decision WaitOrEnd(Func<Decision?>? stop = null) => _running.Count > 0 ? new Decision.Wait()
        : stop?.Invoke() ?? new Decision.Exhausted(
            _isExhausted ? "Every configuration of the space has been tried." : "All trials have been started, and none is left to go on.");
}
