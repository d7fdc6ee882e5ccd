using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

/// <summary>L-BFGS without bounds, after Nocedal and Wright's book, with the remembered pairs in a list: slow, and plain to see.</summary>
internal static class ReferenceLbfgs
{
    /// <summary>Minimises.</summary>
    /// <returns>The points at which the function was evaluated, and how many pairs were rejected while the memory was full.</returns>
    public static (List<double[]> Asked, int RejectedWhenFull) Minimise(BoxLbfgs.Function function, double[] x, double firstStep, int memory, int evaluations)
    {
        var (asked, rejected) = (new List<double[]>(), 0);
        var pairs = new List<(double[] Step, double[] Change)>();
        var (value, gradient) = Evaluate(x);
        while (asked.Count < evaluations)
        {
            var direction = Direction(gradient, pairs);
            var slope = Dot(direction, gradient);
            if (slope >= 0 && pairs.Count > 0)
            {
                pairs.Clear();
                continue;
            }

            if (slope >= 0)
                break;
            var step = pairs.Count == 0 ? firstStep / Math.Sqrt(-slope) : 1;
            if (Search(step, direction) is not { } found)
            {
                if (pairs.Count == 0)
                    break;
                pairs.Clear();
                continue;
            }

            var (s, y) = (Minus(found.X, x), Minus(found.Gradient, gradient));
            if (Dot(s, y) > 1e-10 * Math.Sqrt(Dot(s, s) * Dot(y, y)))
            {
                pairs.Add((s, y));
                if (pairs.Count > memory)
                    pairs.RemoveAt(0);
            }
            else if (pairs.Count == memory)
            {
                rejected++;
            }

            var gain = value - found.Value;
            (x, value, gradient) = found;
            if (gain < 1e-14)
                break;
        }

        return (asked, rejected);

        (double Value, double[] Gradient) Evaluate(double[] at)
        {
            asked.Add([.. at]);
            var slopes = new double[at.Length];
            return (function(at, slopes), slopes);
        }

        (double[] X, double Value, double[] Gradient)? Search(double step, double[] direction)
        {
            for (var i = 0; i < 12 && asked.Count < evaluations; i++)
            {
                double[] next = [.. x.Select((coordinate, j) => coordinate + (step * direction[j]))];
                var (nextValue, nextGradient) = Evaluate(next);
                var expected = Dot(gradient, Minus(next, x));
                if (nextValue <= value + (1e-4 * expected))
                    return nextValue < value ? (next, nextValue, nextGradient) : null;
                step *= Math.Clamp(-expected / (2 * (nextValue - value - expected)), 0.1, 0.5);
            }

            return null;
        }
    }

    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change)> pairs)
    {
        double[] q = [.. gradient.Select(slope => -slope)];
        var factors = new double[pairs.Count];
        for (var k = pairs.Count - 1; k >= 0; k--)
        {
            var (s, y) = pairs[k];
            factors[k] = Dot(s, q) / Dot(s, y);
            q = [.. q.Select((entry, i) => entry - (factors[k] * y[i]))];
        }

        if (pairs.Count > 0)
        {
            var (s, y) = pairs[^1];
            var scale = Dot(s, y) / Dot(y, y);
            q = [.. q.Select(entry => entry * scale)];
        }

        for (var k = 0; k < pairs.Count; k++)
        {
            var (s, y) = pairs[k];
            var factor = factors[k] - (Dot(y, q) / Dot(s, y));
            q = [.. q.Select((entry, i) => entry + (factor * s[i]))];
        }

        return q;
    }

    private static double[] Minus(double[] a, double[] b) => [.. a.Zip(b, (one, other) => one - other)];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (one, other) => one * other).Sum();
}
