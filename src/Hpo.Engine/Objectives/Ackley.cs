namespace Hpo.Engine.Objectives;

/// <summary>
/// Ackley's function (Ackley, 1987): a nearly flat, rippled outer region around a deep funnel,
/// −20 exp(−0.2 √(Σ xᵢ² / d)) − exp(Σ cos(2π xᵢ) / d) + 20 + e on [−32.768, 32.768]ᵈ. The minimum is 0, at the origin, exactly.
/// </summary>
public sealed class Ackley : AnalyticObjective
{
    /// <summary>The function of the given number of variables, from 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of variables is not between these.</exception>
    public Ackley(int dimensions = 2)
        : base("Ackley", [.. Dimensions.Repeat((-32.768, 32.768), dimensions, atLeast: 1)], 0, [.. Dimensions.Repeat(0.0, dimensions, atLeast: 1)])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x)
    {
        var (squares, cosines) = (0.0, 0.0);
        foreach (var coordinate in x)
        {
            squares += coordinate * coordinate;
            cosines += Math.Cos(2 * Math.PI * coordinate);
        }

        return (-20 * Math.Exp(-0.2 * Math.Sqrt(squares / x.Length))) - Math.Exp(cosines / x.Length) + 20 + Math.E;
    }
}
