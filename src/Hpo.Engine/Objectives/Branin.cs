namespace Hpo.Engine.Objectives;

/// <summary>
/// Branin's function of two variables with three equal minima (Branin, 1972): a (x₂ − b x₁² + c x₁ − r)² + s (1 − t) cos x₁ + s
/// on [−5, 10] × [0, 15]. Constants, minimum 0.397887 and minimizers as in Surjanovic and Bingham, <i>Virtual Library of Simulation
/// Experiments</i>.
/// </summary>
public sealed class Branin : AnalyticObjective
{
    /// <summary>The function with its usual constants.</summary>
    public Branin()
        : base("Branin", [(-5, 10), (0, 15)], 0.397887, [-Math.PI, 12.275], [Math.PI, 2.275], [9.42478, 2.475])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x)
    {
        const double A = 1, B = 5.1 / (4 * Math.PI * Math.PI), C = 5 / Math.PI, R = 6, S = 10, T = 1 / (8 * Math.PI);
        var bend = x[1] - (B * x[0] * x[0]) + (C * x[0]) - R;
        return (A * bend * bend) + (S * (1 - T) * Math.Cos(x[0])) + S;
    }
}
