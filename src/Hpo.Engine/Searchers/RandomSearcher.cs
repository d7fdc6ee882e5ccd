using System.Collections.Immutable;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers;

/// <summary>
/// Random search (Bergstra and Bengio, 2012): the initial configurations first, then independent draws from the space.
/// </summary>
public sealed class RandomSearcher : HpoSearcher
{
    private readonly ConfigSpace _space;
    private readonly ImmutableArray<Configuration> _initial;
    private readonly long _seed;

    /// <summary>Searches a space, starting with one configuration.</summary>
    /// <param name="space">Where to draw from.</param>
    /// <param name="initialConfiguration">The first suggestion.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <exception cref="Validation.InvalidInputException">The configuration does not belong to the space.</exception>
    public RandomSearcher(ConfigSpace space, Configuration initialConfiguration, long seed = 0)
        : this(space, [initialConfiguration], seed)
    {
    }

    /// <summary>Searches a space, starting with any number of configurations.</summary>
    /// <param name="space">Where to draw from.</param>
    /// <param name="initialConfigurations">The first suggestions, in order.</param>
    /// <param name="seed">Determines every draw.</param>
    /// <exception cref="Validation.InvalidInputException">A configuration does not belong to the space.</exception>
    public RandomSearcher(ConfigSpace space, IEnumerable<Configuration>? initialConfigurations = null, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(space);
        _space = space;
        _initial = [.. (initialConfigurations ?? []).Select(space.Require)];
        _seed = seed;
    }

    /// <inheritdoc/>
    public override Suggestion SampleConfiguration(int trialId) => trialId < _initial.Length
        ? new Suggestion(_initial[trialId], $"initial configuration {trialId + 1} of {_initial.Length}")
        : new Suggestion(_space.Sample(RandomStream.Derive(_seed, trialId, "random search")), "drawn at random");
}
