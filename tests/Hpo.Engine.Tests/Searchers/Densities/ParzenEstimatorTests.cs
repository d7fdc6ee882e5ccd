using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers;
using Hpo.Engine.Searchers.Densities;
using Hpo.Engine.Space;
using Hpo.Engine.Tests.Support;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Hpo.Engine.Tests.Searchers.Densities;

public class ParzenEstimatorTests
{
    private static readonly Axis Line = Axis.Of(new Uniform(0, 1))!;
    private static readonly Axis Integers = Axis.Of(new RandInt(0, 10))!;
    private static readonly Axis LogIntegers = Axis.Of(new LogRandInt(1, 21))!;
    private static readonly Axis Categories = Axis.Of(new Choice("a", "b", "c", "d"))!;
    private static readonly Axis[] All = [Integers, Line, Categories, LogIntegers];

    /// <summary>Where the cells begin by definition: where decoding changes.</summary>
    private static readonly Dictionary<Axis, double[]> Edges = new[] { Integers, LogIntegers }
        .ToDictionary(axis => axis, axis => Enumerable.Range(0, (int)axis.Cells + 1).Select(cell => Edge(axis, cell)).ToArray());

    [Theory]
    [InlineData(true, 3)]
    [InlineData(true, 8)]
    [InlineData(true, 1000)]
    [InlineData(false, 1)]
    [InlineData(false, 100)]
    public void The_density_is_that_of_a_brute_force_sum(bool hasPrior, int count)
    {
        var (estimator, points, widths) = Estimate(All, hasPrior, count);
        var random = RandomStream.Derive(5, 0, "questions");
        for (var i = 0; i < 50; i++)
        {
            double[] at = [.. All.Select(axis => axis.Snap(random.NextDouble()))];
            Assert.Equal(Oracle(All, hasPrior, points, widths, at), estimator.LogDensity(at), 1e-8);
        }
    }

    [Fact]
    public void Many_points_in_few_cells_are_no_special_case()
    {
        Axis[] axes = [Axis.Of(new RandInt(0, 3))!];
        double[] points = [0.5 / 3, 0.5 / 3, 0.5, 0.5 / 3, 2.5 / 3, 2.5 / 3];
        double[] widths = [0.2, 0.2, 0.3, 0.4, 0.2, 0.2];
        var (one, other) = (new ParzenEstimator(axes, hasPrior: false), new ParzenEstimator(axes, hasPrior: false));
        foreach (var (estimator, order) in new[] { (one, Enumerable.Range(0, 6)), (other, Enumerable.Range(0, 6).Reverse()) })
        {
            estimator.Resize(6);
            foreach (var i in order)
                estimator[0].Set(i, points[i], widths[i]);
            estimator.Complete();
        }

        Assert.Equal(one.LogKernels([0.5]).ToArray(), other.LogKernels([0.5]).ToArray());
        Assert.Equal(one.LogKernels([0.5])[0], one.LogKernels([0.5])[1]);
        Assert.NotEqual(one.LogKernels([0.5])[0], one.LogKernels([0.5])[3]);
    }

    [Fact]
    public void Kernels_that_are_far_away_leave_a_finite_density()
    {
        var estimator = new ParzenEstimator([Line], hasPrior: false);
        estimator.Resize(1);
        estimator[0].Set(0, 0, 1e-3);
        estimator.Complete();
        Assert.Equal(-0.5e6 + Math.Log(2 / (1e-3 * Math.Sqrt(2 * Math.PI))), estimator.LogDensity([1]), 1e-6);
    }

    [Fact]
    public void A_narrow_cell_has_its_width_times_the_density()
    {
        var (grid, points, widths) = Estimate([Axis.Of(new RandInt(0, 1_000_000))!], hasPrior: true, 5);
        var line = new ParzenEstimator([Line], hasPrior: true);
        line.Resize(5);
        for (var i = 0; i < 5; i++)
            line[0].Set(i, points[i][0], widths[0][i]);
        line.Complete();
        Assert.Equal(line.LogDensity([0.3000005]) - Math.Log(1_000_000), grid.LogDensity([0.3000005]), 1e-6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_probabilities_of_an_axis_add_up_to_one_and_draws_follow_them(int which)
    {
        var axis = All[which];
        var (estimator, _, _) = Estimate([axis], hasPrior: true, 6);
        var cells = axis.Kind == AxisKind.Continuous ? 10 : (int)axis.Cells;
        double[] probabilities = [.. Enumerable.Range(0, cells).Select(cell => Probability(estimator, axis, cell, cells))];
        Assert.Equal(1, probabilities.Sum(), 1e-6);
        var random = RandomStream.Derive(3, 0, "draws");
        var counts = new int[cells];
        var draw = new double[1];
        for (var i = 0; i < 10_000; i++)
        {
            estimator.Sample(random, 1, draw);
            counts[axis.Kind == AxisKind.Continuous ? (int)(draw[0] * cells) : CellNumber(axis, draw[0])]++;
        }

        Assert.InRange(Statistics.ChiSquarePValue(counts, probabilities), Statistics.Doubtful, 1);
    }

    [Fact]
    public void Widened_draws_lie_further_away()
    {
        var (estimator, points, _) = Estimate([Line], hasPrior: false, 1);
        var random = RandomStream.Derive(4, 0, "draws");
        double Spread(double widening) => Enumerable.Range(0, 500).Average(_ =>
        {
            var draw = new double[1];
            estimator.Sample(random, widening, draw);
            return Math.Abs(draw[0] - points[0][0]);
        });
        Assert.InRange(Spread(3) / Spread(1), 2, 4);
    }

    private static double Probability(ParzenEstimator estimator, Axis axis, int cell, int cells) => axis.Kind == AxisKind.Continuous
        ? Integrate.GaussLegendre(x => Math.Exp(estimator.LogDensity([x])), (double)cell / cells, (cell + 1.0) / cells, 128)
        : Math.Exp(estimator.LogDensity([axis.Domain.Encode(axis.Domain.ValueAt(cell))]));

    private static int CellNumber(Axis axis, double position) =>
        Enumerable.Range(0, (int)axis.Cells).Single(cell => axis.Domain.ValueAt(cell) == axis.Domain.Decode(position));

    /// <summary>An estimator of random points, with their widths an axis.</summary>
    private static (ParzenEstimator Estimator, double[][] Points, double[][] Widths) Estimate(Axis[] axes, bool hasPrior, int count)
    {
        var random = RandomStream.Derive(count, 0, "points");
        double[][] points = [.. Enumerable.Range(0, count).Select(_ => axes.Select(axis => axis.Snap(random.NextDouble())).ToArray())];
        double[][] widths = [.. axes.Select(axis => Enumerable.Range(0, count)
            .Select(_ => axis.Kind == AxisKind.Categorical ? 0.2 : 0.1 + (0.2 * random.NextDouble())).ToArray())];
        var estimator = new ParzenEstimator(axes, hasPrior);
        estimator.Resize(count);
        for (var axis = 0; axis < axes.Length; axis++)
        {
            for (var i = 0; i < count; i++)
                estimator[axis].Set(i, points[i][axis], widths[axis][i]);
        }

        estimator.Complete();
        return (estimator, points, widths);
    }

    /// <summary>The definition, written down.</summary>
    private static double Oracle(Axis[] axes, bool hasPrior, double[][] points, double[][] widths, double[] at)
    {
        var sum = points.Select((point, i) => Product(axes.Select((axis, j) => Kernel(axis, point[j], widths[j][i], at[j])))).Sum();
        if (hasPrior)
            sum += Product(axes.Select((axis, j) => axis.Kind == AxisKind.Categorical ? 1.0 / axis.Cells : Kernel(axis, 0.5, 1, at[j])));
        return Math.Log(sum / (points.Length + (hasPrior ? 1 : 0)));
    }

    private static double Product(IEnumerable<double> factors) => factors.Aggregate((one, other) => one * other);

    private static double Kernel(Axis axis, double centre, double width, double at)
    {
        if (axis.Kind == AxisKind.Categorical)
            return centre == at ? 1 - width : width / (axis.Cells - 1);
        double Below(double x) => Normal.CDF(centre, width, x);
        var inside = Below(1) - Below(0);
        if (axis.Kind == AxisKind.Continuous)
            return Normal.PDF(centre, width, at) / inside;
        var cell = CellNumber(axis, at);
        return (Below(Edges[axis][cell + 1]) - Below(Edges[axis][cell])) / inside;
    }

    /// <summary>The position where a cell begins, found by halving.</summary>
    private static double Edge(Axis axis, int cell)
    {
        if (cell == 0 || cell == axis.Cells)
            return cell == 0 ? 0 : 1;
        var (below, above) = (0.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (below + above) / 2;
            if (CellNumber(axis, middle) < cell)
                below = middle;
            else
                above = middle;
        }

        return above;
    }
}
