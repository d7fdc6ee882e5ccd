namespace Hpo.Engine.Objectives;

/// <summary>
/// Hartmann's function of six variables with six local minima (Dixon and Szegő, 1978): −Σᵢ αᵢ exp(−Σⱼ Aᵢⱼ (xⱼ − Pᵢⱼ)²) on [0, 1]⁶.
/// Constants, minimum −3.32237 and minimizer as in Surjanovic and Bingham, <i>Virtual Library of Simulation Experiments</i>.
/// </summary>
public sealed class Hartmann6 : AnalyticObjective
{
    private static readonly double[][] A =
    [
        [10, 3, 17, 3.5, 1.7, 8],
        [0.05, 10, 17, 0.1, 8, 14],
        [3, 3.5, 1.7, 10, 17, 8],
        [17, 8, 0.05, 10, 0.1, 14],
    ];

    private static readonly double[][] P =
    [
        [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
        [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
        [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
        [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
    ];

    /// <summary>The function with its usual constants.</summary>
    public Hartmann6()
        : base(
            "Hartmann 6",
            [(0, 1), (0, 1), (0, 1), (0, 1), (0, 1), (0, 1)],
            -3.32237,
            [0.20169, 0.150011, 0.476874, 0.275332, 0.311652, 0.6573])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x) => HartmannSum.At(x, A, P);
}
