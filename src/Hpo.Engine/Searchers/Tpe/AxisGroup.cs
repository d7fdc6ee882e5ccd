using Hpo.Engine.Searchers.Densities;

namespace Hpo.Engine.Searchers.Tpe;

/// <summary>The points of one group, good or bad, on one axis in ascending order.</summary>
internal sealed class AxisGroup
{
    private int _count;
    private int[] _components = [];
    private double[] _positions = [];
    private double[] _halfCells = [];
    private double[] _gaps = [];

    /// <summary>Begins anew.</summary>
    /// <param name="capacity">How many points there may be.</param>
    public void Clear(int capacity)
    {
        _count = 0;
        if (_components.Length >= capacity)
            return;
        _components = new int[2 * capacity];
        _positions = new double[2 * capacity];
        _halfCells = new double[2 * capacity];
        _gaps = new double[2 * capacity];
    }

    /// <summary>Adds a point that is not below the last one.</summary>
    /// <param name="component">The number of its component.</param>
    /// <param name="position">Its coordinate.</param>
    /// <param name="halfCell">Half the width of its cell.</param>
    public void Add(int component, double position, double halfCell)
    {
        _components[_count] = component;
        _positions[_count] = position;
        _halfCells[_count++] = halfCell;
    }

    /// <summary>Sets the kernels of the group.</summary>
    /// <param name="kernels">Where.</param>
    /// <param name="smallestWidth">No kernel on an axis with an order is narrower than this.</param>
    /// <param name="largestWidth">None is wider than this, unless one of that width would be too narrow.</param>
    public void Place(AxisKernels kernels, double smallestWidth, double largestWidth = 1)
    {
        if (kernels.Axis.Kind == AxisKind.Categorical)
        {
            var leaves = TpeRules.Leaves(_count, kernels.Axis.Cells);
            for (var i = 0; i < _count; i++)
                kernels.Set(_components[i], _positions[i], leaves);
            return;
        }

        TpeRules.NeighbourGaps(_positions.AsSpan(0, _count), _gaps);
        for (var i = 0; i < _count; i++)
        {
            var width = Math.Max(Math.Min(_gaps[i], largestWidth), smallestWidth);
            kernels.Set(_components[i], _positions[i], Math.Max(width, _halfCells[i]));
        }
    }
}
