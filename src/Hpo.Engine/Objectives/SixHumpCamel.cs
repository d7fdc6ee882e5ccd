namespace Hpo.Engine.Objectives;

/// <summary>
/// The six-hump camel function of two variables, with six local minima of which two are global (Dixon and Szegő, 1978):
/// (4 − 2.1 x₁² + x₁⁴/3) x₁² + x₁ x₂ + (−4 + 4 x₂²) x₂² on [−3, 3] × [−2, 2]. Minimum −1.0316 and minimizers as in Surjanovic and
/// Bingham, <i>Virtual Library of Simulation Experiments</i>.
/// </summary>
public sealed class SixHumpCamel : AnalyticObjective
{
    /// <summary>The function.</summary>
    public SixHumpCamel()
        : base("Six-hump camel", [(-3, 3), (-2, 2)], -1.0316, [0.0898, -0.7126], [-0.0898, 0.7126])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x)
    {
        var (square1, square2) = (x[0] * x[0], x[1] * x[1]);
        return ((4 - (2.1 * square1) + (square1 * square1 / 3)) * square1) + (x[0] * x[1]) + ((-4 + (4 * square2)) * square2);
    }
}
