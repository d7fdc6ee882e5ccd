using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives;

/// <summary>An objective made of a plain function from a configuration to its error; it has no epochs.</summary>
public sealed class FunctionObjective : Objective
{
    private readonly Func<Configuration, double> _function;

    /// <summary>Wraps a function that several threads may call at once.</summary>
    /// <exception cref="InvalidInputException">The default configuration lies outside the space.</exception>
    public FunctionObjective(
        string name, ConfigSpace space, Configuration defaultConfiguration, Func<Configuration, double> function)
    {
        Name = name;
        DefaultSpace = space;
        DefaultConfiguration = space.Require(defaultConfiguration);
        _function = function;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override ConfigSpace DefaultSpace { get; }

    /// <inheritdoc/>
    public override Configuration DefaultConfiguration { get; }

    /// <inheritdoc/>
    public override IEvaluation Start(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new FunctionEvaluation(Name, () => _function(request.Configuration));
    }
}
