using System.Collections.Immutable;
using Hpo.Engine.Searchers.Densities;

namespace Hpo.Engine.Searchers.Tpe;

/// <summary>
/// The densities of good and bad trials. Each has a component a trial and one for the prior; a component is as wide as the larger gap to
/// its neighbours of the same group, on each axis by itself, within bounds. When axes are modelled together, the bounds depend on their
/// number, and those of n on all trials that are done; when each axis is modelled by itself, on the trials of one density, because narrow
/// kernels of many bad trials would leave gaps between them on a single axis that mean nothing.
/// </summary>
internal sealed class TpeModel
{
    private readonly ImmutableArray<Axis> _axes;
    private readonly SortedPoints _points;

    /// <summary>The axis along which components are sorted.</summary>
    private readonly int _pivot;

    private readonly AxisGroup _good = new();
    private readonly AxisGroup _bad = new();
    private readonly bool _multivariate;

    /// <summary>For each point whether it is a good one, and the number of its component among those of its kind.</summary>
    private bool[] _isGood = [];
    private int[] _component = [];
    private int[] _goodTrials = [];

    /// <summary>A model without points.</summary>
    /// <param name="axes">The axes of the cube; at least one.</param>
    /// <param name="candidates">How many candidates are drawn at a time.</param>
    /// <param name="multivariate">Whether axes are modelled together.</param>
    public TpeModel(ImmutableArray<Axis> axes, int candidates, bool multivariate)
    {
        _axes = axes;
        _multivariate = multivariate;
        _points = new SortedPoints(axes);
        _pivot = ParzenEstimator.Sequence(axes).First();
        Parts = multivariate
            ? [new DensityRatio(axes, candidates, hasPrior: true)]
            : [.. axes.Select(axis => new DensityRatio([axis], candidates, hasPrior: true))];
    }

    /// <summary>The densities: of all axes together, or of each.</summary>
    public ImmutableArray<DensityRatio> Parts { get; }

    /// <summary>The good trials in the order of their components.</summary>
    public ReadOnlySpan<int> GoodTrials => _goodTrials;

    /// <summary>Makes the model of what is known.</summary>
    /// <param name="good">The good trials.</param>
    /// <param name="trials">All trials with their points, each once.</param>
    /// <param name="done">How many of them are done; the others are pending.</param>
    public void Fit(ReadOnlySpan<int> good, List<(int TrialId, double[] Point)> trials, int done)
    {
        _points.Set(trials);
        NumberComponents(good);
        var bad = _points.Count - good.Length;
        foreach (var part in Parts)
        {
            part.Good.Resize(good.Length);
            part.Bad.Resize(bad);
        }

        for (var axis = 0; axis < _axes.Length; axis++)
        {
            Group(_points[axis]);
            var (part, kernels) = _multivariate ? (Parts[0], axis) : (Parts[axis], 0);
            if (_multivariate)
            {
                var smallest = TpeRules.SmallestWidth(done, _axes.Length);
                _good.Place(part.Good[kernels], smallest, TpeRules.LargestGoodWidth(good.Length, _axes.Length));
                _bad.Place(part.Bad[kernels], smallest);
            }
            else
            {
                _good.Place(part.Good[kernels], TpeRules.SmallestWidth(good.Length, 1));
                _bad.Place(part.Bad[kernels], TpeRules.SmallestWidth(bad, 1));
            }
        }

        foreach (var part in Parts)
        {
            part.Good.Complete();
            part.Bad.Complete();
        }
    }

    /// <summary>Numbers the components of both kinds along the pivot.</summary>
    private void NumberComponents(ReadOnlySpan<int> good)
    {
        if (_isGood.Length < _points.Count)
        {
            _isGood = new bool[2 * _points.Count];
            _component = new int[2 * _points.Count];
        }

        Array.Clear(_isGood);
        foreach (var trial in good)
            _isGood[_points.NumberOf(trial)] = true;
        _goodTrials = new int[good.Length];
        var (goods, bads) = (0, 0);
        foreach (var point in _points[_pivot].Numbers)
        {
            if (_isGood[point])
                _goodTrials[goods] = _points.TrialOf(point);
            _component[point] = _isGood[point] ? goods++ : bads++;
        }
    }

    /// <summary>Tells good and bad points apart, keeping their order on an axis.</summary>
    private void Group(SortedAxis sorted)
    {
        _good.Clear(_points.Count);
        _bad.Clear(_points.Count);
        var numbers = sorted.Numbers;
        var positions = sorted.Positions;
        var halfCells = sorted.HalfCells;
        for (var i = 0; i < numbers.Length; i++)
            (_isGood[numbers[i]] ? _good : _bad).Add(_component[numbers[i]], positions[i], halfCells[i]);
    }
}
