using Hpo.Engine.Searchers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// What successive halving and Hyperband share: rounds of trials, each of which climbs a ladder and halves at every rung. Trials that a complete
/// rung has promoted come before the trials of the next round, but where there are none, the next round is begun, so that a free worker never
/// idles. When no new trial will come, the round that is being filled goes on with those it has.
/// </summary>
public abstract class HalvingScheduler : MultiFidelityScheduler
{
    private readonly Dictionary<int, HalvingRound> _roundOf = [];
    private readonly PausedQueue _queue = new();
    private readonly int _reductionFactor;
    private HalvingRound? _filling;
    private int _rounds;

    /// <summary>Prepares a study.</summary>
    /// <param name="searcher">Suggests the configurations.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation.</param>
    /// <param name="minEpochs">The number of epochs of the first rung, from 1 to the full number.</param>
    /// <param name="reductionFactor">One trial in so many goes on from a rung; at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    protected HalvingScheduler(HpoSearcher searcher, int maxEpochs, int minEpochs, int reductionFactor)
        : base(searcher, maxEpochs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minEpochs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minEpochs, maxEpochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(reductionFactor, 2);
        _reductionFactor = reductionFactor;
    }

    /// <inheritdoc/>
    protected sealed override bool Pauses => true;

    /// <inheritdoc/>
    public sealed override Decision Suggest(int? trialId)
    {
        if ((Due() ?? StartNew(trialId)) is { } decision)
            return decision;
        _filling?.Close();
        return Due() ?? WaitOrEnd();
    }

    /// <inheritdoc/>
    public sealed override void OnAllTrialsStarted() => _filling?.Close();

    /// <summary>The number of the bracket of a round, and how many trials the round starts.</summary>
    /// <param name="round">The number of the round, from 0.</param>
    protected abstract (int Bracket, int Size) PlanRound(int round);

    /// <inheritdoc/>
    protected sealed override bool IsCompared(int trialId, int epoch) => _roundOf[trialId].IsRung(trialId, epoch);

    /// <inheritdoc/>
    protected sealed override Verdict Judge(int trialId, double error, int epoch) => _roundOf[trialId].Arrive(trialId, error);

    /// <inheritdoc/>
    protected sealed override void Enter(int trialId, Configuration configuration)
    {
        if (_filling is null or { IsFull: true })
        {
            var (bracket, size) = PlanRound(_rounds++);
            _filling = new HalvingRound(bracket, Brackets[bracket], size, _reductionFactor, _queue);
        }

        _filling.Enter(trialId);
        _roundOf.Add(trialId, _filling);
    }

    /// <inheritdoc/>
    protected sealed override void Leave(int trialId) => _roundOf[trialId].Fail(trialId);

    private Decision? Due() => _queue.NextStop() as Decision
        ?? (_queue.NextResume() is { } promotion ? Resume(promotion.TrialId, promotion.Reason) : null);
}
