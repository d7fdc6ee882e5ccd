using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers;

/// <summary>
/// Random search (Bergstra and Bengio, <i>Random search for hyper-parameter optimization</i>, JMLR 2012): the initial configurations first,
/// then independent draws from the space; from a finite space without repetition.
/// </summary>
public sealed class RandomSearcher : ConfigSpaceSearcher
{
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
        : base(space, initialConfigurations, seed)
    {
    }

    /// <inheritdoc/>
    protected override Suggestion Propose(int trialId, int attempt) =>
        new(Space.Sample(RandomFor(trialId, attempt, "random search")), "drawn at random");
}
