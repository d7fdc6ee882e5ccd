using System.Collections.Immutable;
using System.Runtime.Intrinsics;

namespace Hpo.Engine.Searchers.GaussianProcess;

/// <summary>
/// The Matérn kernel of smoothness 5/2 with a length scale for each axis, σ² (1 + √5 r + 5/3 r²) e^(−√5 r) with r² = Σ Δᵢ²/ℓᵢ² (Rasmussen and
/// Williams, <i>Gaussian Processes for Machine Learning</i>, 4.2; Snoek et al., 2012). On a categorical axis Δ² is 0 for the same category and
/// 1 for different ones, which is a Euclidean distance too, that of one-hot vectors; points of a grid have to be on it.
/// </summary>
internal sealed class Matern52(ImmutableArray<Axis> axes)
{
    /// <summary>The number of axes.</summary>
    public int Axes => axes.Length;

    /// <summary>The kernel between a point and those of a set, four at a time: up to three numbers more than points are written.</summary>
    /// <param name="theta">The hyperparameters.</param>
    /// <param name="point">The point.</param>
    /// <param name="others">The set.</param>
    /// <param name="count">How many points of the set are wanted.</param>
    /// <param name="values">The values of the kernel.</param>
    public void Values(Hyperparameters theta, ReadOnlySpan<double> point, PointSet others, int count, Span<double> values) =>
        Evaluate(theta, point, others, count, values, default);

    /// <summary>The kernel as in <see cref="Values"/>, and its derivatives by r².</summary>
    public void ValuesAndSlopes(
        Hyperparameters theta, ReadOnlySpan<double> point, PointSet others, int count, Span<double> values, Span<double> slopes) =>
        Evaluate(theta, point, others, count, values, slopes);

    /// <summary>
    /// The sums of weighted squared distances on each axis, Σ wⱼ Δ²ᵢⱼ: with weights that are derivatives by r², what a derivative by
    /// 1/ℓᵢ² is made of.
    /// </summary>
    /// <param name="point">The point that distances are measured from.</param>
    /// <param name="others">Where they are measured to.</param>
    /// <param name="weights">A weight for each of the first points of the set, their number padded with zeros to a multiple of 4.</param>
    /// <param name="sums">What the sums are added to.</param>
    public void AddSquaredDistances(ReadOnlySpan<double> point, PointSet others, ReadOnlySpan<double> weights, Span<double> sums)
    {
        for (var axis = 0; axis < axes.Length; axis++)
        {
            var coordinates = others.Axis(axis);
            var (here, categorical, sum) = (Vector256.Create(point[axis]), axes[axis].Kind == AxisKind.Categorical, Vector256<double>.Zero);
            for (var i = 0; i < weights.Length; i += 4)
                sum = Vector256.FusedMultiplyAdd(Squared(here, Vector256.Create(coordinates[i..]), categorical), Vector256.Create(weights[i..]), sum);
            var halves = sum.GetLower() + sum.GetUpper();
            sums[axis] += halves[0] + halves[1];
        }
    }

    /// <summary>
    /// The gradient of Σ wⱼ k(x, xⱼ) by x, weights already multiplied by the derivatives by r²; 0 on categorical axes.
    /// </summary>
    public void Gradient(
        Hyperparameters theta, ReadOnlySpan<double> point, PointSet others, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        for (var axis = 0; axis < axes.Length; axis++)
        {
            gradient[axis] = 0;
            if (axes[axis].Kind == AxisKind.Categorical)
                continue;
            var coordinates = others.Axis(axis);
            var (here, sum) = (Vector256.Create(point[axis]), Vector256<double>.Zero);
            for (var i = 0; i < weights.Length; i += 4)
                sum = Vector256.FusedMultiplyAdd(here - Vector256.Create(coordinates[i..]), Vector256.Create(weights[i..]), sum);
            var halves = sum.GetLower() + sum.GetUpper();
            gradient[axis] = 2 * theta.InverseSquaredLengths[axis] * (halves[0] + halves[1]);
        }
    }

    private static Vector256<double> Squared(Vector256<double> a, Vector256<double> b, bool categorical)
    {
        var difference = a - b;
        return categorical
            ? Vector256.ConditionalSelect(Vector256.Equals(a, b), Vector256<double>.Zero, Vector256<double>.One)
            : difference * difference;
    }

    private void Evaluate(
        Hyperparameters theta, ReadOnlySpan<double> point, PointSet others, int count, Span<double> values, Span<double> slopes)
    {
        var scale = Vector256.Create(theta.Scale);
        for (var i = 0; i < count; i += 4)
        {
            var squared = Vector256<double>.Zero;
            for (var axis = 0; axis < axes.Length; axis++)
            {
                var distance = Squared(
                    Vector256.Create(point[axis]), Vector256.Create(others.Axis(axis)[i..]), axes[axis].Kind == AxisKind.Categorical);
                squared = Vector256.FusedMultiplyAdd(distance, Vector256.Create(theta.InverseSquaredLengths[axis]), squared);
            }

            var root = Vector256.Sqrt(squared * 5);
            var decay = scale * Vector256.Exp(-root);
            var linear = Vector256<double>.One + root;
            (Vector256.FusedMultiplyAdd(squared, Vector256.Create(5.0 / 3), linear) * decay).CopyTo(values[i..]);
            if (!slopes.IsEmpty)
                (linear * decay * (-5.0 / 6)).CopyTo(slopes[i..]);
        }
    }
}
