namespace Hpo.Engine.Objectives;

/// <summary>
/// Hartmann's function of three variables with four local minima (Dixon and Szegő, 1978): −Σᵢ αᵢ exp(−Σⱼ Aᵢⱼ (xⱼ − Pᵢⱼ)²) on [0, 1]³.
/// Constants, minimum −3.86278 and minimizer as in Surjanovic and Bingham, <i>Virtual Library of Simulation Experiments</i>.
/// </summary>
public sealed class Hartmann3 : AnalyticObjective
{
    private static readonly double[][] A = [[3, 10, 30], [0.1, 10, 35], [3, 10, 30], [0.1, 10, 35]];

    private static readonly double[][] P =
        [[0.3689, 0.1170, 0.2673], [0.4699, 0.4387, 0.7470], [0.1091, 0.8732, 0.5547], [0.0381, 0.5743, 0.8828]];

    /// <summary>The function with its usual constants.</summary>
    public Hartmann3()
        : base("Hartmann 3", [(0, 1), (0, 1), (0, 1)], -3.86278, [0.114614, 0.555649, 0.852547])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x) => HartmannSum.At(x, A, P);
}
