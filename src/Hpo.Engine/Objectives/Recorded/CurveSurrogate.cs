using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Space;

namespace Hpo.Engine.Objectives.Recorded;

/// <summary>
/// Predicts the learning curve of any configuration from recorded ones, by three Gaussian processes over the unit cube: how likely the training
/// is to collapse, the rank of the error after each epoch if it does not, and the logarithm of the time of an epoch. A training that collapses has
/// the curve of the most similar recorded one that did, for between learning and not learning there is a cliff and no slope. Errors and times are
/// modelled robustly, for their noise has a long tail. Any thread may ask.
/// </summary>
internal sealed class CurveSurrogate
{
    private readonly TableDescription _description;
    private readonly UnitCube _cube;
    private readonly LearningCurve[] _curves;
    private readonly bool[] _collapsed;
    private readonly MultiTargetProcess? _collapse;
    private readonly MultiTargetProcess _errors, _times;
    private readonly QuantileScale[] _scales;
    private readonly SeedNoise _noise;

    public CurveSurrogate(TableDescription description, IEnumerable<LearningCurve> curves)
    {
        (_description, _cube, _curves) = (description, new(description.Space), [.. curves]);
        _collapsed = [.. _curves.Select(curve => CurveScale.HasCollapsed(curve, description))];
        double[][] points = [.. _curves.Select(curve => _cube.Encode(curve.Configuration))];
        if (_collapsed.Contains(true))
            _collapse = new(_cube.Axes, points, [[.. _collapsed.Select(collapsed => collapsed ? 1.0 : 0)]]);
        _times = new(_cube.Axes, points, [[.. _curves.Select(curve => curve.Seconds.Average(Math.Log))]], robust: true);

        int[] learning = [.. Enumerable.Range(0, _curves.Length).Where(i => !_collapsed[i])];
        double[][] logits = [.. learning.Select(i => _curves[i].Errors.Select(CurveScale.ToScale).ToArray())];
        var epochs = Enumerable.Range(0, description.Epochs);
        _scales = [.. epochs.Select(epoch => new QuantileScale(logits.Select(curve => curve[epoch])))];
        double[][] targets = [.. epochs.Select(epoch => logits.Select(curve => _scales[epoch].ToScale(curve[epoch])).ToArray())];
        _errors = new(_cube.Axes, [.. learning.Select(i => points[i])], targets, robust: true);
        var numbers = _curves.Select(curve => curve.Configuration).Distinct().Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        _noise = new(logits, [.. learning.Select(i => Logits(points[i]))], [.. learning.Select(i => numbers[_curves[i].Configuration])]);
    }

    /// <summary>The median of what different seeds give.</summary>
    public PredictedCurve Expect(Configuration configuration) => Predict(configuration, null);

    /// <summary>What one seed gives.</summary>
    public PredictedCurve Draw(Configuration configuration, RandomStream random) => Predict(configuration, random);

    private PredictedCurve Predict(Configuration configuration, RandomStream? random)
    {
        var point = _cube.Encode(configuration);
        Span<double> logSeconds = stackalloc double[1];
        _times.Predict(point, logSeconds);
        var errors = Collapses(point, random?.NextDouble() ?? 0.5) is { } collapsed ? [.. _curves[collapsed].Errors] : Learn(point, random);
        return new(errors, TimeSpan.FromSeconds(Math.Exp(logSeconds[0])));
    }

    /// <summary>The recorded curve of a training that collapses; null when it learns.</summary>
    /// <param name="point">Its point.</param>
    /// <param name="luck">What the probability of a collapse has to exceed for it to happen.</param>
    private int? Collapses(ReadOnlySpan<double> point, double luck)
    {
        if (_collapse is null)
            return null;
        Span<double> probability = stackalloc double[1];
        var similarities = new double[_curves.Length];
        _collapse.Predict(point, probability, similarities);
        if (probability[0] <= luck)
            return null;
        var most = Array.IndexOf(_collapsed, true);
        for (var i = most + 1; i < similarities.Length; i++)
        {
            if (_collapsed[i] && similarities[i] > similarities[most])
                most = i;
        }

        return most;
    }

    private double[] Learn(ReadOnlySpan<double> point, RandomStream? random)
    {
        var similarities = new double[_errors.Count];
        var curve = Logits(point, similarities);
        if (random is not null)
            _noise.AddTo(curve, similarities, random);
        for (var epoch = 0; epoch < curve.Length; epoch++)
            curve[epoch] = CurveScale.FromScale(curve[epoch]);
        return curve;
    }

    private double[] Logits(ReadOnlySpan<double> point, Span<double> similarities = default)
    {
        var curve = new double[_description.Epochs];
        _errors.Predict(point, curve, similarities);
        for (var epoch = 0; epoch < curve.Length; epoch++)
            curve[epoch] = _scales[epoch].FromScale(curve[epoch]);
        return curve;
    }
}
