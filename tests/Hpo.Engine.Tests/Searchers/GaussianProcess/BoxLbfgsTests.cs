using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class BoxLbfgsTests
{
    [Fact]
    public void The_minimum_of_a_curved_valley_is_found()
    {
        double[] point = [-1.2, 1, -1.2, 1];
        var value = Minimise(Valley, point, -5, 5);
        Assert.InRange(value, 0, 1e-8);
        Assert.All(point, coordinate => Assert.InRange(coordinate, 0.999, 1.001));
    }

    [Fact]
    public void A_minimum_on_the_bounds_is_found()
    {
        // inside x, y ≤ ½ the valley's minimum is at x = ½ or on the parabola, for a coordinate held back lets the others go on
        double[] point = [-0.3, 0.1];
        Minimise(Valley, point, -0.5, 0.5);
        Assert.Equal(0.5, point[0], 1e-3);
        Assert.Equal(0.25, point[1], 1e-3);
    }

    [Fact]
    public void A_slope_that_leads_out_of_the_box_ends_at_its_corner()
    {
        double[] point = [0.4, 0.6];
        Minimise(
            (x, gradient) =>
            {
                (gradient[0], gradient[1]) = (-1, 2);
                return (2 * x[1]) - x[0];
            },
            point,
            0,
            1);
        Assert.Equal([1, 0], point);
    }

    [Fact]
    public void A_function_that_is_not_defined_everywhere_is_followed_where_it_is()
    {
        double[] point = [0.9];
        new BoxLbfgs(1).Minimise(
            (x, gradient) =>
            {
                gradient[0] = 1 - (0.01 / x[0]);
                return x[0] > 0 ? x[0] - (0.01 * Math.Log(x[0])) : double.NaN;
            },
            point,
            -10,
            10,
            5,
            100,
            0);
        Assert.Equal(0.01, point[0], 1e-5);
    }

    [Fact]
    public void It_evaluates_no_more_often_than_allowed()
    {
        var evaluations = 0;
        new BoxLbfgs(2).Minimise(
            (x, gradient) =>
            {
                evaluations++;
                return Valley(x, gradient);
            },
            (double[])[-1.2, 1],
            -5,
            5,
            1,
            15,
            0);
        Assert.Equal(15, evaluations);
    }

    /// <summary>
    /// A curvature that is not positive says nothing of the Hessian; what was remembered before must stand, also when the memory is full. The reference keeps
    /// its pairs in a list.
    /// </summary>
    [Fact]
    public void A_step_that_teaches_nothing_leaves_what_is_remembered_as_it_was()
    {
        var (random, rejected) = (new RandomStream(3), 0);
        for (var run = 0; run < 300; run++)
        {
            double[] start = [.. Enumerable.Range(0, 4).Select(_ => (4 * random.NextDouble()) - 2)];
            var (expected, rejectedNow) = ReferenceLbfgs.Minimise(Ripples, start, firstStep: 0.1, memory: 8, evaluations: 60);
            rejected += rejectedNow;
            var asked = new List<double[]>();
            new BoxLbfgs(4).Minimise(Asking, (double[])[.. start], -1e6, 1e6, firstStep: 0.1, maxEvaluations: 60, tolerance: 1e-14);
            // to the last digit: both compute in the same order
            Assert.Equal(expected, asked);

            double Asking(ReadOnlySpan<double> x, Span<double> gradient)
            {
                asked.Add(x.ToArray());
                return Ripples(x, gradient);
            }
        }

        Assert.True(rejected > 0, "The example does not put it to the test.");
    }

    /// <summary>The valley with ripples, so that its curvature is negative in places all along the way.</summary>
    private static double Ripples(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var sum = Valley(x, gradient);
        for (var i = 0; i < x.Length; i++)
        {
            sum += 2 * Math.Sin(8 * x[i]);
            gradient[i] += 16 * Math.Cos(8 * x[i]);
        }

        return sum;
    }

    private static double Minimise(BoxLbfgs.Function function, double[] point, double lower, double upper) =>
        new BoxLbfgs(point.Length).Minimise(function, point, lower, upper, firstStep: 0.1, maxEvaluations: 500, tolerance: 1e-14);

    private static double Valley(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var sum = 0.0;
        gradient.Clear();
        for (var i = 0; i < x.Length; i += 2)
        {
            var (bend, rest) = (x[i + 1] - (x[i] * x[i]), 1 - x[i]);
            gradient[i] = (-400 * x[i] * bend) - (2 * rest);
            gradient[i + 1] = 200 * bend;
            sum += (100 * bend * bend) + (rest * rest);
        }

        return sum;
    }
}
