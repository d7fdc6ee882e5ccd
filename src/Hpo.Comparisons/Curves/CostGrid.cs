namespace Hpo.Comparisons.Curves;

/// <summary>The costs at which the curves of all methods are read, so that they can be averaged and compared point by point.</summary>
public static class CostGrid
{
    /// <summary>How many points a grid has at most: about one for every few pixels of a chart.</summary>
    public const int MaximumPoints = 200;

    /// <summary>
    /// Evenly spaced points from the first cost at which every repetition of some method has a value, to the largest cost at which a repetition ended.
    /// On the axes that count (trials, epochs) the points are whole numbers: each of them when there are at most <see cref="MaximumPoints"/>.
    /// </summary>
    /// <param name="methods">The curves of each method; curves without a value are passed over.</param>
    /// <param name="axis">The axis that the curves are on.</param>
    /// <returns>Ascending, without repeats; empty when no curve has a value.</returns>
    public static double[] Create(IReadOnlyList<IReadOnlyList<StepCurve>> methods, CostAxis axis)
    {
        ArgumentNullException.ThrowIfNull(methods);
        var start = double.PositiveInfinity;
        var end = double.NegativeInfinity;
        foreach (var curves in methods)
        {
            var everyRepetitionHasBegun = double.NegativeInfinity;
            foreach (var curve in curves)
            {
                if (curve.Start is not { } first)
                    continue;
                everyRepetitionHasBegun = Math.Max(everyRepetitionHasBegun, first);
                end = Math.Max(end, Math.Max(first, curve.End));
            }

            if (double.IsFinite(everyRepetitionHasBegun))
                start = Math.Min(start, everyRepetitionHasBegun);
        }

        if (!double.IsFinite(start))
            return [];
        return CostRules.IsCount(axis) ? WholeNumbers((int)start, (int)end) : Even(start, end);
    }

    private static double[] Even(double start, double end)
    {
        if (start >= end)
            return [end];
        var grid = new double[MaximumPoints];
        for (var i = 0; i < grid.Length; i++)
            grid[i] = start + (end - start) * i / (grid.Length - 1);
        // exactly, so that a step at the very end is not lost to rounding
        grid[^1] = end;
        return grid;
    }

    private static double[] WholeNumbers(int start, int end)
    {
        var count = end - start + 1;
        if (count <= MaximumPoints)
            return [.. Enumerable.Range(start, count).Select(number => (double)number)];
        var grid = new double[MaximumPoints];
        for (var i = 0; i < grid.Length; i++)
            grid[i] = start + (long)(end - start) * i / (grid.Length - 1);
        return grid;
    }
}
