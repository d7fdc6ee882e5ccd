using System.Collections.Immutable;
using Hpo.Engine.Randomness;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers;

/// <summary>The smallest step in a space: one hyperparameter, chosen at random among those with a choice, is drawn anew.</summary>
internal sealed class Mutation(ConfigSpace space)
{
    /// <summary>How often a value is drawn anew that is the old one; more often only where a range holds little else.</summary>
    private const int MaxDraws = 100;

    private readonly ImmutableArray<Parameter> _parameters = [.. space.Parameters.Where(parameter => parameter.Domain.Cardinality != 1)];

    /// <summary>Mutates a configuration of a space with more than one.</summary>
    /// <returns>The mutant, and the name of the hyperparameter that was drawn anew.</returns>
    public (Configuration Mutant, string Name) Apply(Configuration parent, RandomStream random)
    {
        var (name, domain) = _parameters[random.Next(_parameters.Length)];
        var value = domain.Sample(random);
        for (var draws = 1; value == parent[name] && draws < MaxDraws; draws++)
            value = domain.Sample(random);
        return (parent.With(name, value), name);
    }
}
