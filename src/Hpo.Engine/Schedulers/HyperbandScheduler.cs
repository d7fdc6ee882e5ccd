using System.Collections.Immutable;
using Hpo.Engine.Searchers;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// Hyperband (Li et al., <i>Hyperband: a novel bandit-based approach to hyperparameter optimization</i>, JMLR 2018): rounds of synchronous
/// successive halving that hedge how early a trial may be judged. Bracket s = s_max, …, 0, in turn and then again from the first, starts
/// ⌈(s_max+1)·η^s/(s+1)⌉ trials with R·η^−s epochs; bracket 0 is random search. With the density model for a searcher this is BOHB.
/// </summary>
public sealed class HyperbandScheduler : HalvingScheduler
{
    private readonly ImmutableArray<Bracket> _brackets;

    /// <summary>Prepares a study.</summary>
    /// <param name="searcher">Suggests the configurations.</param>
    /// <param name="maxEpochs">The number of epochs of a full evaluation, R.</param>
    /// <param name="options">How trials are compared; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public HyperbandScheduler(HpoSearcher searcher, int maxEpochs, HyperbandOptions? options = null)
        : base(searcher, maxEpochs, (options ??= new()).MinEpochs, options.ReductionFactor)
    {
        Options = options;
        var largest = RungRules.FloorLog(options.MinEpochs, maxEpochs, options.ReductionFactor);
        _brackets = [.. Enumerable.Range(0, largest + 1).Select(number =>
            new Bracket(RungRules.BracketLadder(maxEpochs, options.ReductionFactor, largest - number)))];
    }

    /// <summary>How trials are compared.</summary>
    public HyperbandOptions Options { get; }

    /// <summary>The ladders in the order in which their rounds come: number 0 is bracket s_max, the one with the most rungs.</summary>
    public override IReadOnlyList<Bracket> Brackets => _brackets;

    /// <inheritdoc/>
    protected override string Name => "Hyperband";

    /// <inheritdoc/>
    protected override (int Bracket, int Size) PlanRound(int round)
    {
        var number = round % _brackets.Length;
        var largest = _brackets.Length - 1;
        return (number, RungRules.BracketSize(largest, Options.ReductionFactor, largest - number));
    }
}
