using System.Collections.Immutable;

namespace Hpo.Engine.Searchers.Tpe;

/// <summary>
/// The points of a model in the order of their coordinates on each axis, kept from one suggestion to the next, so that only new points have
/// to find their places. Points are numbered in the order in which they came.
/// </summary>
internal sealed class SortedPoints(ImmutableArray<Axis> axes)
{
    private readonly List<(int TrialId, double[] Point)> _points = [];
    private readonly ImmutableArray<SortedAxis> _sorted = [.. axes.Select(axis => new SortedAxis(axis))];

    /// <summary>For each trial the number of its point plus one, or 0.</summary>
    private int[] _numbers = [];

    /// <summary>How many points there are.</summary>
    public int Count => _points.Count;

    /// <summary>The points in the order of an axis.</summary>
    public SortedAxis this[int axis] => _sorted[axis];

    /// <summary>The trial of a point.</summary>
    public int TrialOf(int number) => _points[number].TrialId;

    /// <summary>The point of a trial.</summary>
    /// <param name="trialId">One of the trials last given.</param>
    public int NumberOf(int trialId) => _numbers[Slot(trialId)] - 1;

    /// <summary>Takes in which points there are now.</summary>
    /// <param name="points">Each trial once; the same trial always with the same array.</param>
    public void Set(List<(int TrialId, double[] Point)> points)
    {
        var known = 0;
        foreach (var (trial, point) in points)
            known += Knows(trial, point) ? 1 : 0;
        if (known < _points.Count)
            Clear();
        foreach (var (trial, point) in points)
        {
            if (!Knows(trial, point))
                Add(trial, point);
        }
    }

    /// <summary>The place of a trial among the numbers; those of earlier studies, which are below 0, lie between the others.</summary>
    private static int Slot(int trial) => trial >= 0 ? 2 * trial : (-2 * trial) - 1;

    private bool Knows(int trial, double[] point)
    {
        var slot = Slot(trial);
        return slot < _numbers.Length && _numbers[slot] > 0 && ReferenceEquals(_points[_numbers[slot] - 1].Point, point);
    }

    private void Clear()
    {
        _points.Clear();
        Array.Clear(_numbers);
        foreach (var sorted in _sorted)
            sorted.Clear();
    }

    private void Add(int trial, double[] point)
    {
        var slot = Slot(trial);
        if (slot >= _numbers.Length)
            Array.Resize(ref _numbers, 2 * (slot + 1));
        _points.Add((trial, point));
        _numbers[slot] = _points.Count;
        for (var axis = 0; axis < _sorted.Length; axis++)
            _sorted[axis].Insert(_points.Count - 1, trial, point[axis]);
    }
}
