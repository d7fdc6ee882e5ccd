using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.Sobol;
using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// Looks for the largest expected improvement: scores candidates all over the cube (a scrambled Sobol sequence) and around the best points,
/// then climbs from the best of them, by L-BFGS along continuous axes and cell by cell along the others. In a finite space nothing is looked
/// at that is in the model already, and in a small one all the rest is.
/// </summary>
internal sealed class AcquisitionSearch
{
    /// <summary>The number of candidates all over the cube, and of those around each of the best points.</summary>
    private const int Everywhere = 2048, AroundEach = 100;

    /// <summary>The number of climbs, and how often each goes along continuous axes and then along the others.</summary>
    private const int Climbs = 10, Rounds = 3;

    private const int MaxEvaluations = 40;
    private const double FirstStep = 0.01, Tolerance = 1e-4;

    /// <summary>How close together two starting points of climbs may not be, in all coordinates.</summary>
    private const double Apart = 0.05;

    private readonly Axis[] _axes;
    private readonly bool _continuous;
    private readonly BoxLbfgs _minimiser;

    /// <summary>All points of a small space; null for others.</summary>
    private readonly double[][]? _all;

    /// <summary>The points of the model, in a finite space.</summary>
    private readonly HashSet<double[]> _known = new(PointComparer.Instance);
    private double[] _candidates = [];
    private double[] _scores = [];

    public AcquisitionSearch(ConfigSpace space, UnitCube cube)
    {
        _axes = [.. cube.Axes];
        _continuous = cube.Axes.Any(axis => axis.Kind == AxisKind.Continuous);
        _minimiser = new(_axes.Length);
        if (space.Cardinality is <= Everywhere and var count)
            _all = [.. Enumerable.Range(0, (int)count).Select(i => cube.Encode(space.ConfigurationAt(i)))];
    }

    /// <summary>Points of large expected improvement, the largest first.</summary>
    /// <param name="model">The model.</param>
    /// <param name="known">The points in the model.</param>
    /// <param name="best">The best points so far.</param>
    /// <param name="random">For candidates.</param>
    public IReadOnlyList<ScoredPoint> Find(GaussianProcess model, double[][] known, double[][] best, RandomStream random)
    {
        _known.Clear();
        if (!_continuous)
            _known.UnionWith(known);
        SetCandidates(best, random);
        model.ScoreAll(_candidates, _scores);
        var found = new List<ScoredPoint>();
        foreach (var start in Starts())
        {
            var point = Candidate(start).ToArray();
            found.Add(new(point, _all is null ? Climb(model, point, _scores[start]) : _scores[start]));
        }

        return [.. found.OrderByDescending(item => item.Score)];
    }

    private void SetCandidates(double[][] best, RandomStream random)
    {
        var count = _all?.Length ?? Everywhere + (best.Length * AroundEach);
        var sequence = new SobolSequence(_axes.Length, random.NextInt64());
        if (_scores.Length != count)
            (_candidates, _scores) = (new double[count * _axes.Length], new double[count]);
        for (var i = 0; i < count; i++)
        {
            if (_all is not null)
                _all[i].CopyTo(Candidate(i));
            else if (i < Everywhere)
                Place(sequence, i);
            else
                DrawNear(best[(i - Everywhere) / AroundEach], Candidate(i), random);
        }
    }

    private Span<double> Candidate(int index) => _candidates.AsSpan(index * _axes.Length, _axes.Length);

    private void Place(SobolSequence sequence, int index)
    {
        var point = Candidate(index);
        sequence.Point(index, point);
        for (var i = 0; i < _axes.Length; i++)
            point[i] = _axes[i].Snap(point[i]);
    }

    /// <summary>A point that differs from another one along some axes, by little or much.</summary>
    private void DrawNear(ReadOnlySpan<double> centre, Span<double> point, RandomStream random)
    {
        centre.CopyTo(point);
        var deviation = Math.Pow(10, -0.5 - (3.5 * random.NextDouble()));
        var always = random.Next(_axes.Length);
        for (var i = 0; i < _axes.Length; i++)
        {
            if (i != always && random.NextDouble() < 0.5)
                continue;
            point[i] = _axes[i].Snap(
                _axes[i].Kind == AxisKind.Categorical ? random.NextDouble() : Math.Clamp(point[i] + (deviation * random.NextGaussian()), 0, 1));
        }
    }

    /// <summary>The best candidates, no two close together in a large space.</summary>
    private List<int> Starts()
    {
        var starts = new List<int>();
        foreach (var i in Enumerable.Range(0, _scores.Length).OrderByDescending(i => _scores[i]))
        {
            if (starts.Count == Climbs)
                break;
            if (!IsKnown(Candidate(i)) && (_all is not null || starts.TrueForAll(start => Distance(Candidate(start), Candidate(i)) > Apart)))
                starts.Add(i);
        }

        return starts;
    }

    private bool IsKnown(ReadOnlySpan<double> point) => _known.GetAlternateLookup<ReadOnlySpan<double>>().Contains(point);

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var largest = 0.0;
        for (var i = 0; i < a.Length; i++)
            largest = Math.Max(largest, Math.Abs(a[i] - b[i]));
        return largest;
    }

    /// <summary>Moves a point uphill and gives the score arrived at.</summary>
    private double Climb(GaussianProcess model, double[] point, double score)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (_continuous)
                score = -_minimiser.Minimise((x, gradient) => Negative(model, x, gradient), point, 0, 1, FirstStep, MaxEvaluations, Tolerance);
            if (!StepCells(model, point, ref score))
                break;
        }

        return score;
    }

    private double Negative(GaussianProcess model, ReadOnlySpan<double> point, Span<double> gradient)
    {
        var score = model.Score(point, gradient);
        for (var i = 0; i < _axes.Length; i++)
            gradient[i] = _axes[i].Kind == AxisKind.Continuous ? -gradient[i] : 0;
        return -score;
    }

    /// <summary>Moves along each axis with cells to the best of the cells tried; whether there was a better one.</summary>
    private bool StepCells(GaussianProcess model, double[] point, ref double score)
    {
        var moved = false;
        Span<double> one = stackalloc double[1];
        for (var i = 0; i < _axes.Length; i++)
        {
            if (_axes[i].Kind == AxisKind.Continuous)
                continue;
            var kept = point[i];
            foreach (var position in _axes[i].Others(point[i]).ToArray())
            {
                point[i] = position;
                model.ScoreAll(point, one);
                if (one[0] > score && !IsKnown(point))
                    (score, kept, moved) = (one[0], position, true);
            }

            point[i] = kept;
        }

        return moved;
    }
}
