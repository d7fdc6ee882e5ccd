using System.Collections.Immutable;
using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives;

/// <summary>
/// A test function of the optimisation literature: numbers <c>x1</c>, <c>x2</c>, … in, one number out, with a known smallest value. Other
/// hyperparameters of a space are ignored, so that a search may be given dummy dimensions.
/// </summary>
public abstract class AnalyticObjective : Objective
{
    private readonly ImmutableArray<string> _names;

    /// <summary>Sets a function up.</summary>
    /// <param name="name">The name in the literature.</param>
    /// <param name="bounds">The usual range of each coordinate.</param>
    /// <param name="minimum">The smallest value in that range.</param>
    /// <param name="minimizers">Where it is taken.</param>
    private protected AnalyticObjective(string name, (double Lower, double Upper)[] bounds, double minimum, params double[][] minimizers)
    {
        Name = name;
        Minimum = minimum;
        _names = [.. Enumerable.Range(1, bounds.Length).Select(i => $"x{i}")];
        DefaultSpace = new(_names.Zip(bounds, (x, bound) => (x, (Domain)new Uniform(bound.Lower, bound.Upper))));
        // not the centre, where several of these functions have their minimum
        DefaultConfiguration = DefaultSpace.Decode([.. bounds.Select(_ => 0.75)]);
        Minimizers = [.. minimizers.Select(point => new Configuration(_names.Zip(point, (x, value) => (x, (ParameterValue)value))))];
    }

    /// <inheritdoc/>
    public sealed override string Name { get; }

    /// <inheritdoc/>
    public sealed override ConfigSpace DefaultSpace { get; }

    /// <inheritdoc/>
    public sealed override Configuration DefaultConfiguration { get; }

    /// <summary>The smallest value over <see cref="DefaultSpace"/>, as published.</summary>
    public double Minimum { get; }

    /// <inheritdoc/>
    public sealed override double? KnownMinimum => Minimum;

    /// <summary>The points of <see cref="DefaultSpace"/> where the smallest value is taken, as published.</summary>
    public ImmutableArray<Configuration> Minimizers { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Problem> CheckSpace(ConfigSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return [.. _names.Select(name => NumberChecks.Find(space, name, Name)).OfType<Problem>()];
    }

    /// <inheritdoc/>
    public sealed override IEvaluation Start(EvaluationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new FunctionEvaluation(Name, () => ValueAt(request.Configuration));
    }

    /// <summary>The function's value at a configuration, which need not lie in <see cref="DefaultSpace"/>.</summary>
    /// <exception cref="KeyNotFoundException">The configuration lacks a coordinate.</exception>
    /// <exception cref="InvalidOperationException">A coordinate is not a number.</exception>
    public double ValueAt(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Value([.. _names.Select(name => configuration[name].AsReal())]);
    }

    /// <summary>The function's value at a point.</summary>
    private protected abstract double Value(ReadOnlySpan<double> x);
}
