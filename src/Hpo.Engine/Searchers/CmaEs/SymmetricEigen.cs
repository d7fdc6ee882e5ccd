namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's cyclic rotations (Golub and Van Loan, <i>Matrix computations</i>, section 8.5).
/// For positive definite matrices they find small eigenvalues to full relative precision (Demmel and Veselić, 1992), which matters to ellipsoids
/// of high condition; and for the few dimensions of a configuration space they are as fast as anything.
/// </summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 60;

    /// <summary>Off-diagonal elements as small as this beside the diagonal ones are rounding errors.</summary>
    private const double Negligible = 1e-14;

    /// <summary>Finds V and λ with A = V diag(λ) Vᵀ.</summary>
    /// <param name="matrix">A, row by row; overwritten.</param>
    /// <param name="vectors">Receives V row by row: its columns are the eigenvectors.</param>
    /// <param name="values">Receives λ, in no particular order.</param>
    public static void Decompose(double[] matrix, double[] vectors, double[] values)
    {
        var n = values.Length;
        Array.Clear(vectors);
        for (var i = 0; i < n; i++)
            vectors[(i * n) + i] = 1;
        for (var sweep = 0; sweep < MaxSweeps && Sweep(matrix, vectors, n); sweep++)
        {
        }

        for (var i = 0; i < n; i++)
            values[i] = matrix[(i * n) + i];
    }

    /// <summary>Turns every pair of axes until their off-diagonal element is gone; false when none was worth it.</summary>
    private static bool Sweep(double[] a, double[] vectors, int n)
    {
        var turned = false;
        for (var p = 0; p < n - 1; p++)
        {
            for (var q = p + 1; q < n; q++)
            {
                var off = a[(p * n) + q];
                if (Math.Abs(off) <= Negligible * Math.Sqrt(Math.Abs(a[(p * n) + p] * a[(q * n) + q])))
                    continue;
                turned = true;
                var theta = (a[(q * n) + q] - a[(p * n) + p]) / (2 * off);
                var tangent = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
                Turn(a, n, p, q, cosine, tangent * cosine);
                TurnColumns(vectors, n, p, q, cosine, tangent * cosine);
            }
        }

        return turned;
    }

    /// <summary>A ← RᵀAR with the rotation R of axes p and q.</summary>
    private static void Turn(double[] a, int n, int p, int q, double cosine, double sine)
    {
        TurnColumns(a, n, p, q, cosine, sine);
        for (var k = 0; k < n; k++)
        {
            var (atP, atQ) = (a[(p * n) + k], a[(q * n) + k]);
            a[(p * n) + k] = (cosine * atP) - (sine * atQ);
            a[(q * n) + k] = (sine * atP) + (cosine * atQ);
        }

        a[(p * n) + q] = a[(q * n) + p] = 0;
    }

    private static void TurnColumns(double[] a, int n, int p, int q, double cosine, double sine)
    {
        for (var row = 0; row < n * n; row += n)
        {
            var (atP, atQ) = (a[row + p], a[row + q]);
            a[row + p] = (cosine * atP) - (sine * atQ);
            a[row + q] = (sine * atP) + (cosine * atQ);
        }
    }
}
