using Hpo.Engine.Searchers.GaussianProcess;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class Matern52Tests
{
    private static readonly List<double[]> Points = Samples.Points(11);

    [Fact]
    public void Its_values_are_those_of_the_formula()
    {
        var values = Values(Samples.Theta, Points[3]);
        for (var i = 0; i < Points.Count; i++)
            Samples.AssertClose(Samples.Kernel(Samples.Theta, Points[3], Points[i]), values[i], 1e-14);
        Assert.Equal(Samples.Theta.Scale, values[3]);
    }

    [Fact]
    public void All_other_categories_are_equally_far_away()
    {
        double[] point = [0.5, 0.5, 0.5, 1.0 / 6];
        var kernel = Set([point, [0.5, 0.5, 0.5, 0.5], [0.5, 0.5, 0.5, 5.0 / 6]], out var points);
        var values = new double[4];
        kernel.Values(Samples.Theta, point, points, 3, values);
        Assert.True(values[0] > values[1]);
        Assert.Equal(values[1], values[2]);
    }

    [Fact]
    public void The_gradient_by_length_scales_agrees_with_differences()
    {
        var weights = Enumerable.Range(0, 12).Select(i => i < Points.Count ? Math.Sin(i) : 0).ToArray();
        var kernel = Set(Points, out var points);
        var slopes = new double[12];
        kernel.ValuesAndSlopes(Samples.Theta, Points[3], points, Points.Count, new double[12], slopes);
        var sums = new double[4];
        kernel.AddSquaredDistances(Points[3], points, [.. weights.Zip(slopes, (weight, slope) => weight * slope)], sums);
        for (var i = 0; i < 4; i++)
        {
            var expected = Samples.Derivative(
                inverse => Weighted(weights, Values(Samples.Theta with { InverseSquaredLengths = inverse }, Points[3])),
                Samples.Theta.InverseSquaredLengths,
                i);
            Samples.AssertClose(expected, sums[i], 1e-9);
        }
    }

    [Fact]
    public void The_gradient_by_the_point_agrees_with_differences()
    {
        double[] point = [0.31, 0.62, 0.44, 0.5];
        var weights = Enumerable.Range(0, 12).Select(i => i < Points.Count ? Math.Cos(i) : 0).ToArray();
        var kernel = Set(Points, out var points);
        var slopes = new double[12];
        kernel.ValuesAndSlopes(Samples.Theta, point, points, Points.Count, new double[12], slopes);
        var gradient = new double[4];
        kernel.Gradient(Samples.Theta, point, points, [.. weights.Zip(slopes, (weight, slope) => weight * slope)], gradient);
        for (var i = 0; i < 3; i++)
            Samples.AssertClose(Samples.Derivative(x => Weighted(weights, Values(Samples.Theta, x)), point, i), gradient[i], 1e-9);
        Assert.Equal(0, gradient[3]);
    }

    private static double Weighted(double[] weights, double[] values) => Enumerable.Range(0, Points.Count).Sum(i => weights[i] * values[i]);

    private static double[] Values(Hyperparameters theta, double[] point)
    {
        var values = new double[12];
        Set(Points, out var points).Values(theta, point, points, Points.Count, values);
        return values;
    }

    private static Matern52 Set(IEnumerable<double[]> points, out PointSet set)
    {
        set = new PointSet(Samples.Axes.Length);
        foreach (var point in points)
            set.Add(point);
        return new Matern52(Samples.Axes);
    }
}
