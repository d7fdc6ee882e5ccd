using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives;

/// <summary>What keeps an objective that computes with numbers from evaluating the configurations of a space.</summary>
internal static class NumberChecks
{
    /// <summary>The problem with a hyperparameter that has to be a number; null when there is none.</summary>
    /// <param name="space">The space to check.</param>
    /// <param name="name">The hyperparameter.</param>
    /// <param name="objective">Who needs it, for the message.</param>
    /// <param name="aboveZero">Whether the number has to be above 0.</param>
    public static Problem? Find(ConfigSpace space, string name, string objective, bool aboveZero = false)
    {
        if (space.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Domain is not { } domain)
            return new Problem(name, $"{objective} needs a hyperparameter {name}.");
        if (!domain.Kinds.IsSubsetOf([ParameterKind.Real, ParameterKind.Integer]))
            return new Problem(name, $"{objective} needs numbers for {name}.");
        var smallest = domain is FiniteDomain finite ? finite.Values.Min(value => value.AsReal()) : domain.Decode(0).AsReal();
        return aboveZero && smallest <= 0 ? new Problem(name, $"{objective} needs numbers above 0 for {name}.") : null;
    }
}
