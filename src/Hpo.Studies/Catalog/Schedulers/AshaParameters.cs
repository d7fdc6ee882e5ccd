using System.Collections.Immutable;
using Hpo.Engine.Schedulers;

namespace Hpo.Studies.Catalog.Schedulers;

/// <summary>What both variants of ASHA have in common.</summary>
internal static class AshaParameters
{
    /// <summary>Where both come from.</summary>
    public static Paper Paper { get; } = new("Li et al.", 2020, "A system for massively parallel hyperparameter tuning");

    /// <summary>What a study may set.</summary>
    public static ImmutableArray<ComponentParameter> All =>
        [EpochParameters.MinEpochs(new AshaOptions().MinEpochs), EpochParameters.ReductionFactor(new AshaOptions().ReductionFactor)];

    /// <summary>The options as a study sets them.</summary>
    public static AshaOptions Of(ComponentSettings set) =>
        new() { MinEpochs = set.Integer("minEpochs"), ReductionFactor = set.Integer("reductionFactor") };
}
