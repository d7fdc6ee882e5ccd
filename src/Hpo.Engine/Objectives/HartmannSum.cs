namespace Hpo.Engine.Objectives;

/// <summary>What Hartmann's functions have in common: −Σᵢ αᵢ exp(−Σⱼ Aᵢⱼ (xⱼ − Pᵢⱼ)²).</summary>
internal static class HartmannSum
{
    private static readonly double[] Alpha = [1.0, 1.2, 3.0, 3.2];

    public static double At(ReadOnlySpan<double> x, double[][] a, double[][] p)
    {
        var sum = 0.0;
        for (var i = 0; i < Alpha.Length; i++)
        {
            var distance = 0.0;
            for (var j = 0; j < x.Length; j++)
                distance += a[i][j] * (x[j] - p[i][j]) * (x[j] - p[i][j]);
            sum += Alpha[i] * Math.Exp(-distance);
        }

        return -sum;
    }
}
