using Hpo.Engine.Randomness;
using Hpo.Engine.Searchers.CmaEs;

namespace Hpo.Engine.Tests.Searchers.CmaEs;

public class SymmetricEigenTests
{
    [Fact]
    public void A_matrix_of_two_rows_has_the_eigenvalues_computed_by_hand()
    {
        var (values, vectors) = Decompose([2, 1, 1, 2]);
        Assert.Equal([1.0, 3.0], values.Order().Select(value => Math.Round(value, 14)));
        Assert.All(vectors, component => Assert.Equal(Math.Sqrt(0.5), Math.Abs(component), 14));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void Eigenvectors_and_eigenvalues_put_the_matrix_together_again(int n)
    {
        var random = RandomStream.Derive(1, n, "matrix");
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                matrix[(i * n) + j] = matrix[(j * n) + i] = random.NextGaussian();
        }

        var (values, vectors) = Decompose(matrix);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                Assert.Equal(matrix[(i * n) + j], Enumerable.Range(0, n).Sum(k => vectors[(i * n) + k] * values[k] * vectors[(j * n) + k]), tolerance: 1e-11);
                Assert.Equal(i == j ? 1 : 0, Enumerable.Range(0, n).Sum(k => vectors[(i * n) + k] * vectors[(j * n) + k]), tolerance: 1e-11);
            }
        }
    }

    [Fact]
    public void A_small_eigenvalue_beside_a_large_one_is_exact()
    {
        // the determinant is 10⁻¹⁶, the large eigenvalue 1
        var (values, _) = Decompose([1, 1e-8, 1e-8, 2e-16]);
        Assert.Equal(1, values.Min() / 1e-16, 10);
    }

    private static (double[] Values, double[] Vectors) Decompose(double[] matrix)
    {
        var values = new double[(int)Math.Sqrt(matrix.Length)];
        var vectors = new double[matrix.Length];
        SymmetricEigen.Decompose([.. matrix], vectors, values);
        return (values, vectors);
    }
}
