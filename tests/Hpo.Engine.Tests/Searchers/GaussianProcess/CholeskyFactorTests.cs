using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.GaussianProcess;
using MathNet.Numerics.LinearAlgebra;

namespace Hpo.Engine.Tests.Searchers.GaussianProcess;

public class CholeskyFactorTests
{
    public static TheoryData<int> Sizes => [1, 2, 3, 4, 5, 8, 31, 32, 33, 64, 101, 130];

    [Theory, MemberData(nameof(Sizes))]
    public void The_factor_times_its_transpose_is_the_matrix(int size)
    {
        var matrix = PositiveDefinite(size);
        var expected = matrix.Cholesky();
        var factor = Factorise(matrix);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
                Samples.AssertClose(expected.Factor[i, j], factor[i, j], 1e-12);
        }

        Samples.AssertClose(expected.DeterminantLn, factor.LogDeterminant, 1e-12);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Both_triangular_systems_are_solved(int size)
    {
        var matrix = PositiveDefinite(size);
        var factor = Factorise(matrix);
        var random = new RandomStream(2);
        // an odd number of right-hand sides, since they are solved in pairs
        var right = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextGaussian()).ToArray()).ToArray();
        var rows = new double[3 * factor.Stride];
        for (var i = 0; i < 3; i++)
            right[i].CopyTo(rows, i * factor.Stride);
        factor.Solve(rows, 3);
        for (var i = 0; i < 3; i++)
        {
            var x = rows.AsSpan(i * factor.Stride, size);
            factor.SolveTransposed(x);
            AssertClose(matrix.Solve(Vector<double>.Build.DenseOfArray(right[i])), x);
        }
    }

    [Theory, MemberData(nameof(Sizes))]
    public void The_transposed_inverse_times_its_transpose_is_the_inverse_of_the_matrix(int size)
    {
        var matrix = PositiveDefinite(size);
        var factor = Factorise(matrix);
        var rows = new double[size * factor.Stride];
        Array.Fill(rows, double.NaN);
        factor.InverseTransposed(rows);
        var transposed = Matrix<double>.Build.Dense(size, size, (i, j) => rows[(i * factor.Stride) + j]);
        var inverse = matrix.Inverse();
        Assert.True((transposed * transposed.Transpose() - inverse).L2Norm() < 1e-12 * inverse.L2Norm());
        for (var i = 0; i < size; i++)
            Assert.All(rows[((i * factor.Stride) + size)..((i + 1) * factor.Stride)], padding => Assert.Equal(0, padding));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(70)]
    public void An_extended_factor_equals_one_made_at_once_to_the_last_bit(int step)
    {
        var matrix = PositiveDefinite(130);
        var atOnce = Factorise(matrix);
        var extended = new CholeskyFactor();
        for (var count = step; count < 130 + step; count += step)
            Extend(extended, matrix, Math.Min(count, 130));
        for (var i = 0; i < 130; i++)
        {
            for (var j = 0; j <= i; j++)
                Assert.Equal(atOnce[i, j], extended[i, j]);
        }
    }

    [Fact]
    public void Forgotten_rows_may_be_replaced_by_others()
    {
        var (first, second) = (PositiveDefinite(50), PositiveDefinite(50));
        second[40, 40] += 1;
        var factor = Factorise(first);
        factor.Truncate(40);
        Extend(factor, second, 50);
        var expected = Factorise(second);
        Assert.Equal(expected[49, 45], factor[49, 45]);
        Assert.NotEqual(Factorise(first)[49, 45], factor[49, 45]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(49)]
    public void A_matrix_that_is_not_positive_definite_is_noticed(int row)
    {
        var matrix = PositiveDefinite(50);
        matrix[row, row] = -1;
        var factor = new CholeskyFactor();
        Assert.False(TryExtend(factor, matrix, 50));
        Assert.Equal(0, factor.Count);
        matrix[row, row] = double.NaN;
        Assert.False(TryExtend(factor, matrix, 50));
    }

    private static Matrix<double> PositiveDefinite(int size)
    {
        var random = new RandomStream(size);
        var square = Matrix<double>.Build.Dense(size, size, (_, _) => random.NextGaussian());
        return (square * square.Transpose() / size) + (0.1 * Matrix<double>.Build.DenseIdentity(size));
    }

    private static CholeskyFactor Factorise(Matrix<double> matrix)
    {
        var factor = new CholeskyFactor();
        Extend(factor, matrix, matrix.RowCount);
        return factor;
    }

    private static void Extend(CholeskyFactor factor, Matrix<double> matrix, int count) => Assert.True(TryExtend(factor, matrix, count));

    private static bool TryExtend(CholeskyFactor factor, Matrix<double> matrix, int count)
    {
        factor.Reserve(count);
        for (var i = factor.Count; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
                factor.Row(i)[j] = matrix[i, j];
        }

        return factor.TryExtend(count);
    }

    private static void AssertClose(Vector<double> expected, ReadOnlySpan<double> actual) =>
        Assert.True((expected - Vector<double>.Build.DenseOfArray(actual.ToArray())).L2Norm() < 1e-11 * expected.L2Norm());
}
