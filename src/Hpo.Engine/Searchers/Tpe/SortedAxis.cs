using System.Runtime.InteropServices;

namespace Hpo.Engine.Searchers.Tpe;

/// <summary>Points in ascending order of their coordinates on one axis, equal ones in the order of trials.</summary>
internal sealed class SortedAxis(Axis axis)
{
    private readonly List<int> _numbers = [];
    private readonly List<int> _trials = [];
    private readonly List<double> _positions = [];
    private readonly List<double> _halfCells = [];

    /// <summary>The numbers of the points.</summary>
    public ReadOnlySpan<int> Numbers => CollectionsMarshal.AsSpan(_numbers);

    /// <summary>Their coordinates.</summary>
    public ReadOnlySpan<double> Positions => CollectionsMarshal.AsSpan(_positions);

    /// <summary>Half the widths of the cells they lie in; 0 where there are no cells in order.</summary>
    public ReadOnlySpan<double> HalfCells => CollectionsMarshal.AsSpan(_halfCells);

    /// <summary>Removes all points.</summary>
    public void Clear()
    {
        _numbers.Clear();
        _trials.Clear();
        _positions.Clear();
        _halfCells.Clear();
    }

    /// <summary>Puts a point in its place.</summary>
    public void Insert(int number, int trial, double position)
    {
        var (place, end) = (0, _positions.Count);
        while (place < end)
        {
            var middle = (place + end) / 2;
            if ((_positions[middle], _trials[middle]).CompareTo((position, trial)) < 0)
                place = middle + 1;
            else
                end = middle;
        }

        _numbers.Insert(place, number);
        _trials.Insert(place, trial);
        _positions.Insert(place, position);
        _halfCells.Insert(place, axis.HalfCell(position));
    }
}
