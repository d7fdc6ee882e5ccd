using System.Collections.Immutable;
using Hpo.Engine.Searchers;

namespace Hpo.Engine.Schedulers;

/// <summary>
/// What both forms of the asynchronous successive halving algorithm (ASHA; Li et al., <i>A system for massively parallel hyperparameter
/// tuning</i>, MLSys 2020) share: one ladder of rungs r_min·η^k, and r_max if it is not one of them, that all trials climb.
/// </summary>
public abstract class AshaScheduler : MultiFidelityScheduler
{
    private readonly Bracket _bracket;

    private protected AshaScheduler(HpoSearcher searcher, int maxEpochs, AshaOptions? options)
        : base(searcher, maxEpochs)
    {
        Options = options ?? new AshaOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.MinEpochs, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Options.MinEpochs, maxEpochs, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(Options.ReductionFactor, 2, nameof(options));
        _bracket = new Bracket(RungRules.Ladder(Options.MinEpochs, maxEpochs, Options.ReductionFactor));
        Rungs = [.. _bracket.Rungs.Select(epoch => new Rung(0, epoch))];
    }

    /// <summary>How trials are compared.</summary>
    public AshaOptions Options { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Bracket> Brackets => [_bracket];

    /// <summary>The rungs in ascending order.</summary>
    private protected ImmutableArray<Rung> Rungs { get; }

    /// <inheritdoc/>
    protected sealed override bool IsCompared(int trialId, int epoch) => LevelOf(epoch) >= 0;

    /// <summary>Which rung, from 0, is reached after an epoch; -1 for none.</summary>
    private protected int LevelOf(int epoch) => _bracket.Rungs.IndexOf(epoch);

    /// <summary>How many of the trials on a rung belong to the best 1/η: rank/n ≤ 1/η is rank ≤ ⌊n/η⌋.</summary>
    private protected int GoOn(Rung rung) => rung.Count / Options.ReductionFactor;
}
