namespace Hpo.Engine.Objectives;

/// <summary>
/// Rastrigin's function (Rastrigin, 1974) in any number of variables: a bowl with a regular grid of local minima,
/// 10 d + Σ xᵢ² − 10 cos(2π xᵢ) on [−5.12, 5.12]ᵈ. The minimum is 0, at the origin, exactly.
/// </summary>
public sealed class Rastrigin : AnalyticObjective
{
    /// <summary>The function of the given number of variables, from 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of variables is not between these.</exception>
    public Rastrigin(int dimensions = 2)
        : base("Rastrigin", [.. Dimensions.Repeat((-5.12, 5.12), dimensions, atLeast: 1)], 0, [.. Dimensions.Repeat(0.0, dimensions, atLeast: 1)])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var coordinate in x)
            sum += 10 + (coordinate * coordinate) - (10 * Math.Cos(2 * Math.PI * coordinate));
        return sum;
    }
}
