using Hpo.Engine.Searchers;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// ASHA that stops (the form of Li et al., 2020, that most libraries offer): a trial that reaches a rung is compared with those that reached
/// it before, and stopped unless it is among the best 1/η of them, itself included. The first to arrive goes on; from the second to the last
/// before the η-th nobody can be among the best 1/η, so that these are stopped whatever their errors. It needs no checkpoints, and a decision
/// once taken stands: a trial that went on may turn out not to have been among the best.
/// </summary>
public sealed class AshaStoppingScheduler : AshaScheduler
{
    /// <summary>Prepares a study.</summary>
    /// <param name="searcher">Suggests the configurations.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation, r_max.</param>
    /// <param name="options">How trials are compared; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public AshaStoppingScheduler(HpoSearcher searcher, int maxEpochs, AshaOptions? options = null)
        : base(searcher, maxEpochs, options)
    {
    }

    /// <inheritdoc/>
    protected override string Name => "ASHA with stopping";

    /// <inheritdoc/>
    protected override bool Pauses => false;

    /// <inheritdoc/>
    public override Decision Suggest(int? trialId) => StartNew(trialId) ?? WaitOrEnd();

    /// <inheritdoc/>
    protected override Verdict Judge(int trialId, double error, int epoch)
    {
        var rung = Rungs[LevelOf(epoch)];
        var rank = rung.Arrive(trialId, error);
        var standing = rung.Standing(rank, epoch < MaxEpochs ? GoOn(rung) : 0);
        if (epoch == MaxEpochs)
            return Verdict.GoOn($"rung {epoch}: rank {rank} of {rung.Count}, the last rung", standing);
        if (rung.Count == 1)
            return Verdict.GoOn($"{standing}: the first to arrive goes on", standing);
        return rank <= GoOn(rung) ? Verdict.GoOn(standing.ToString(), standing) : Verdict.Stop(standing.ToString(), standing);
    }
}
