namespace Hpo.Comparisons.Curves;

/// <summary>
/// A repetition's incumbent curve on one axis of cost: a step function that has no value before the first error, and then the error of the last step made
/// by that cost. It never looks ahead: its value at x rests on steps at costs ≤ x alone, never on a line drawn to the next step. Behind the end of the
/// repetition it holds its last value: what was found stays found.
/// </summary>
public sealed class StepCurve
{
    private readonly double[] _costs;
    private readonly double[] _errors;

    /// <summary>The curve of a repetition on an axis.</summary>
    /// <param name="result">The repetition; its steps ascend in cost.</param>
    /// <param name="axis">What the curve is a function of.</param>
    public StepCurve(RepetitionResult result, CostAxis axis)
    {
        ArgumentNullException.ThrowIfNull(result);
        _costs = new double[result.Steps.Count];
        _errors = new double[result.Steps.Count];
        for (var i = 0; i < _costs.Length; i++)
        {
            _costs[i] = CostRules.Of(result.Steps[i], axis);
            _errors[i] = result.Steps[i].Error;
        }

        End = CostRules.End(result, axis);
    }

    /// <summary>What had been spent when the repetition ended.</summary>
    public double End { get; }

    /// <summary>Where the curve begins; null when no trial handed in an error.</summary>
    public double? Start => _costs.Length == 0 ? null : _costs[0];

    /// <summary>The first error; null when there is none.</summary>
    public double? FirstError => _errors.Length == 0 ? null : _errors[0];

    /// <summary>The last and lowest error; null when there is none.</summary>
    public double? FinalError => _errors.Length == 0 ? null : _errors[^1];

    /// <summary>The incumbent's error once <paramref name="cost"/> has been spent; null before the first error.</summary>
    public double? ValueAt(double cost)
    {
        var after = FirstAfter(cost);
        return after == 0 ? null : _errors[after - 1];
    }

    /// <summary>The values at the points of a grid; NaN before the first error.</summary>
    /// <param name="grid">Costs, ascending.</param>
    public double[] Sample(ReadOnlySpan<double> grid)
    {
        var values = new double[grid.Length];
        var next = 0;
        for (var i = 0; i < grid.Length; i++)
        {
            while (next < _costs.Length && _costs[next] <= grid[i])
                next++;
            values[i] = next == 0 ? double.NaN : _errors[next - 1];
        }

        return values;
    }

    /// <summary>The place of the first step behind a cost: of several steps at one cost, the last holds.</summary>
    private int FirstAfter(double cost)
    {
        var (low, high) = (0, _costs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_costs[middle] <= cost)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
