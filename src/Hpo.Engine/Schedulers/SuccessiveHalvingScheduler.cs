using Hpo.Engine.Searchers;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// Synchronous successive halving (Jamieson and Talwalkar, <i>Non-stochastic best arm identification and hyperparameter optimization</i>, AISTATS
/// 2016) by the queue rule of Dive into Deep Learning: rungs r_min·η^k, and r_max if it is not one of them; each round starts prefactor·η^K
/// trials, K being the number of rungs after the first; when all of them have reached a rung, the best 1/η go on, before anything of the next
/// round is begun. A failed trial counts as arrived, so that its rung completes.
/// </summary>
public sealed class SuccessiveHalvingScheduler : HalvingScheduler
{
    private readonly Bracket _bracket;

    /// <summary>Prepares a study.</summary>
    /// <param name="searcher">Suggests the configurations.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation, r_max.</param>
    /// <param name="options">How trials are compared; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public SuccessiveHalvingScheduler(HpoSearcher searcher, int maxEpochs, SuccessiveHalvingOptions? options = null)
        : base(searcher, maxEpochs, (options ??= new()).MinEpochs, options.ReductionFactor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Prefactor, 1, nameof(options));
        Options = options;
        _bracket = new Bracket(RungRules.Ladder(options.MinEpochs, maxEpochs, options.ReductionFactor));
    }

    /// <summary>How trials are compared.</summary>
    public SuccessiveHalvingOptions Options { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Bracket> Brackets => [_bracket];

    /// <inheritdoc/>
    protected override string Name => "Successive halving";

    /// <inheritdoc/>
    protected override (int Bracket, int Size) PlanRound(int round) =>
        (0, RungRules.RoundSize(Options.Prefactor, Options.ReductionFactor, _bracket.Rungs.Length - 1));
}
