namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// Minimises a smooth function over a box by L-BFGS (Nocedal and Wright, <i>Numerical Optimization</i>, algorithms 7.4 and 3.1), steps being
/// projected onto the box and coordinates that a bound holds back being left out of the direction (Bertsekas, 1982).
/// </summary>
internal sealed class BoxLbfgs(int dimensions)
{
    private const int Memory = 8, MaxBacktracks = 12;
    private const double SufficientDecrease = 1e-4;

    private readonly double[][] _steps = Vectors(dimensions);
    private readonly double[][] _changes = Vectors(dimensions);
    /// <summary>The latest step and what it changed, until they are remembered in exchange for the oldest.</summary>
    private double[] _step = new double[dimensions], _change = new double[dimensions];
    private readonly double[] _curvatures = new double[Memory];
    private readonly double[] _gradient = new double[dimensions];
    private readonly double[] _newGradient = new double[dimensions];
    private readonly double[] _newPoint = new double[dimensions];
    private readonly double[] _direction = new double[dimensions];
    private int _first, _remembered;

    /// <summary>A function and its gradient.</summary>
    public delegate double Function(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Looks for a minimum near a point.</summary>
    /// <param name="function">The function; infinite or not a number where it is not defined.</param>
    /// <param name="point">Where to start, and then where the search has arrived.</param>
    /// <param name="lower">The lower bound of all coordinates.</param>
    /// <param name="upper">Their upper bound.</param>
    /// <param name="firstStep">The length of the first step that is tried.</param>
    /// <param name="maxEvaluations">How often the function may be evaluated.</param>
    /// <param name="tolerance">The gain of a step, in the function's units, below which the search ends.</param>
    /// <returns>The function's value at the point arrived at.</returns>
    public double Minimise(
        Function function, Span<double> point, double lower, double upper, double firstStep, int maxEvaluations, double tolerance)
    {
        _remembered = 0;
        var value = function(point, _gradient);
        var evaluations = 1;
        while (evaluations < maxEvaluations && double.IsFinite(value))
        {
            var slope = FindDirection(point, lower, upper);
            if (slope >= 0)
                break;
            var step = _remembered == 0 ? firstStep / Math.Sqrt(-slope) : 1;
            var newValue = Search(function, point, lower, upper, step, value, ref evaluations, maxEvaluations);
            if (!(newValue < value))
            {
                if (_remembered == 0)
                    break;
                // what is remembered misleads: start anew along the gradient
                _remembered = 0;
                continue;
            }

            Remember(point);
            _newPoint.CopyTo(point);
            _newGradient.CopyTo(_gradient, 0);
            var gain = value - newValue;
            value = newValue;
            if (gain < tolerance)
                break;
        }

        return value;
    }

    private static double[][] Vectors(int dimensions) => [.. Enumerable.Range(0, Memory).Select(_ => new double[dimensions])];

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private bool IsHeld(double coordinate, int i, double lower, double upper) =>
        (coordinate <= lower && _gradient[i] >= 0) || (coordinate >= upper && _gradient[i] <= 0);

    /// <summary>Sets the direction of the next step and gives the slope along it; 0 when there is none downhill.</summary>
    private double FindDirection(ReadOnlySpan<double> point, double lower, double upper)
    {
        while (true)
        {
            for (var i = 0; i < dimensions; i++)
                _direction[i] = IsHeld(point[i], i, lower, upper) ? 0 : -_gradient[i];
            ApplyInverseHessian();
            for (var i = 0; i < dimensions; i++)
            {
                if (IsHeld(point[i], i, lower, upper))
                    _direction[i] = 0;
            }

            var slope = Dot(_direction, _gradient);
            if (slope < 0 || _remembered == 0)
                return slope;
            _remembered = 0;
        }
    }

    /// <summary>The two-loop recursion.</summary>
    private void ApplyInverseHessian()
    {
        if (_remembered == 0)
            return;
        Span<double> factors = stackalloc double[Memory];
        for (var age = 0; age < _remembered; age++)
        {
            var k = Slot(age);
            factors[k] = Dot(_steps[k], _direction) / _curvatures[k];
            for (var i = 0; i < dimensions; i++)
                _direction[i] -= factors[k] * _changes[k][i];
        }

        var latest = Slot(0);
        var scale = _curvatures[latest] / Dot(_changes[latest], _changes[latest]);
        for (var i = 0; i < dimensions; i++)
            _direction[i] *= scale;
        for (var age = _remembered - 1; age >= 0; age--)
        {
            var k = Slot(age);
            var factor = factors[k] - (Dot(_changes[k], _direction) / _curvatures[k]);
            for (var i = 0; i < dimensions; i++)
                _direction[i] += factor * _steps[k][i];
        }
    }

    /// <summary>Where the pair of vectors remembered so many steps ago is.</summary>
    private int Slot(int age) => (_first - age + Memory) % Memory;

    /// <summary>Goes along the direction until the function decreases enough; the last value, whether it does or not.</summary>
    private double Search(
        Function function, ReadOnlySpan<double> point, double lower, double upper, double step, double value, ref int evaluations, int maxEvaluations)
    {
        var newValue = double.PositiveInfinity;
        for (var i = 0; i < MaxBacktracks && evaluations < maxEvaluations; i++)
        {
            var expected = 0.0;
            for (var j = 0; j < dimensions; j++)
            {
                _newPoint[j] = Math.Clamp(point[j] + (step * _direction[j]), lower, upper);
                expected += _gradient[j] * (_newPoint[j] - point[j]);
            }

            newValue = function(_newPoint, _newGradient);
            evaluations++;
            if (newValue <= value + (SufficientDecrease * expected))
                return newValue;
            // the minimum of the parabola through both values and the slope
            var parabola = -expected / (2 * (newValue - value - expected));
            step *= double.IsFinite(parabola) ? Math.Clamp(parabola, 0.1, 0.5) : 0.1;
        }

        return double.PositiveInfinity;
    }

    private void Remember(ReadOnlySpan<double> point)
    {
        for (var i = 0; i < dimensions; i++)
        {
            _step[i] = _newPoint[i] - point[i];
            _change[i] = _newGradient[i] - _gradient[i];
        }

        var curvature = Dot(_step, _change);
        if (!(curvature > 1e-10 * Math.Sqrt(Dot(_step, _step) * Dot(_change, _change))))
            return;
        var next = (_first + 1) % Memory;
        (_steps[next], _step) = (_step, _steps[next]);
        (_changes[next], _change) = (_change, _changes[next]);
        _curvatures[next] = curvature;
        _first = next;
        _remembered = Math.Min(_remembered + 1, Memory);
    }
}
