namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>Points of the unit cube, stored axis by axis, so that a kernel is evaluated at several points at once.</summary>
internal sealed class PointSet(int axes)
{
    private double[] _coordinates = [];

    /// <summary>The number of points.</summary>
    public int Count { get; private set; }

    /// <summary>The room on each axis, a multiple of 4; what lies behind the last point is some number, but none that does harm.</summary>
    public int Capacity { get; private set; }

    /// <summary>The coordinates of all points on an axis.</summary>
    public ReadOnlySpan<double> Axis(int axis) => _coordinates.AsSpan(axis * Capacity, Capacity);

    /// <summary>Writes a point's coordinates down.</summary>
    public void CopyTo(int index, Span<double> point)
    {
        for (var axis = 0; axis < axes; axis++)
            point[axis] = _coordinates[(axis * Capacity) + index];
    }

    /// <summary>Forgets the points from one on.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    /// <summary>Adds a point.</summary>
    public void Add(ReadOnlySpan<double> point)
    {
        if (Count == Capacity)
            Grow();
        for (var axis = 0; axis < axes; axis++)
            _coordinates[(axis * Capacity) + Count] = point[axis];
        Count++;
    }

    private void Grow()
    {
        var capacity = Math.Max(32, Capacity * 2);
        var coordinates = new double[axes * capacity];
        for (var axis = 0; axis < axes; axis++)
            Axis(axis).CopyTo(coordinates.AsSpan(axis * capacity));
        (_coordinates, Capacity) = (coordinates, capacity);
    }
}
