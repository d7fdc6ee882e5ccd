using Hpo.Engine.Searchers;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// ASHA that promotes (Li et al., <i>A system for massively parallel hyperparameter tuning</i>, MLSys 2020, algorithm 2): every trial is paused
/// at each rung. A free worker looks from the highest rung down for a trial that is among the best ⌊n/η⌋ of its n and has not been promoted yet,
/// and resumes the best such trial from its checkpoint; where there is none, it starts a new one. A trial that was passed over may be promoted
/// later, as others arrive behind it. Trials that failed have not arrived.
/// </summary>
public sealed class AshaPromotionScheduler : AshaScheduler
{
    /// <summary>The paused trials, and the number of the rung each stands on.</summary>
    private readonly Dictionary<int, int> _paused = [];

    /// <summary>Prepares a study.</summary>
    /// <param name="searcher">Suggests the configurations.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation, r_max.</param>
    /// <param name="options">How trials are compared; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public AshaPromotionScheduler(HpoSearcher searcher, int maxEpochs, AshaOptions? options = null)
        : base(searcher, maxEpochs, options)
    {
    }

    /// <inheritdoc/>
    protected override string Name => "ASHA with promotion";

    /// <inheritdoc/>
    protected override bool Pauses => true;

    /// <inheritdoc/>
    public override Decision Suggest(int? trialId) => Promote() ?? StartNew(trialId) ?? WaitOrEnd(StopLeftOver);

    /// <inheritdoc/>
    protected override Verdict Judge(int trialId, double error, int epoch)
    {
        var k = LevelOf(epoch);
        var rung = Rungs[k];
        var rank = rung.Arrive(trialId, error);
        if (epoch == MaxEpochs)
            return Verdict.GoOn($"rung {epoch}: rank {rank} of {rung.Count}, the last rung", rung.Standing(rank, 0));
        _paused.Add(trialId, k);
        var standing = rung.Standing(rank, GoOn(rung));
        return Verdict.Pause(standing.ToString(), standing);
    }

    /// <inheritdoc/>
    protected override void Leave(int trialId) => _paused.Remove(trialId);

    private Decision? Promote()
    {
        for (var k = Rungs.Length - 2; k >= 0; k--)
        {
            var (rung, goOn) = (Rungs[k], GoOn(Rungs[k]));
            for (var rank = 1; rank <= goOn; rank++)
            {
                var trialId = rung.TrialAt(rank);
                // otherwise it has been promoted before, or its checkpoint could not be saved
                if (!_paused.TryGetValue(trialId, out var at) || at != k)
                    continue;
                _paused.Remove(trialId);
                return Resume(trialId, $"promoted from {rung.Standing(rank, goOn)}");
            }
        }

        return null;
    }

    /// <summary>Nothing runs, nothing can be promoted and nothing new comes: for each trial that is paused, it is over.</summary>
    private Decision? StopLeftOver()
    {
        if (_paused.Count == 0)
            return null;
        var trialId = _paused.Keys.Min();
        _paused.Remove(trialId, out var k);
        return new Decision.Stop(trialId, $"not promoted from {Rungs[k].Standing(Rungs[k].RankOf(trialId), GoOn(Rungs[k]))}");
    }
}
