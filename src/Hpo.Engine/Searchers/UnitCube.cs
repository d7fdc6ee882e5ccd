using System.Collections.Immutable;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers;

/// <summary>
/// A space as the unit cube that models work in: one axis a hyperparameter, those with a single value left out. Positions are
/// uniformly distributed when configurations are drawn from the space, so that log scales need no further care.
/// </summary>
public sealed class UnitCube
{
    private readonly ConfigSpace _space;

    /// <summary>For each hyperparameter its axis, or -1.</summary>
    private readonly int[] _axisOf;

    /// <summary>The cube of a space.</summary>
    public UnitCube(ConfigSpace space)
    {
        _space = space;
        _axisOf = new int[space.Parameters.Length];
        var axes = ImmutableArray.CreateBuilder<Axis>();
        for (var i = 0; i < _axisOf.Length; i++)
        {
            var axis = Axis.Of(space.Parameters[i].Domain);
            _axisOf[i] = axis is null ? -1 : axes.Count;
            if (axis is not null)
                axes.Add(axis);
        }

        Axes = axes.ToImmutable();
    }

    /// <summary>The axes, in the order of the hyperparameters.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>The point of a configuration; cells are represented by their centres.</summary>
    /// <param name="configuration">A configuration of the space.</param>
    public double[] Encode(Configuration configuration)
    {
        var point = new double[Axes.Length];
        for (var i = 0; i < _axisOf.Length; i++)
        {
            if (_axisOf[i] >= 0)
                point[_axisOf[i]] = _space.Parameters[i].Domain.Encode(configuration[_space.Parameters[i].Name]);
        }

        return point;
    }

    /// <summary>The configuration at a point.</summary>
    /// <param name="point">A coordinate an axis, clamped to [0, 1].</param>
    public Configuration Decode(ReadOnlySpan<double> point)
    {
        var values = new (string Name, ParameterValue Value)[_axisOf.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (name, domain) = _space.Parameters[i];
            values[i] = (name, domain.Decode(_axisOf[i] >= 0 ? point[_axisOf[i]] : 0.5));
        }

        return new(values);
    }
}
