namespace Hpo.Engine.Objectives;

/// <summary>
/// Rosenbrock's banana-shaped valley (Rosenbrock, 1960) in any number of variables: Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² on [−5, 10]ᵈ. The
/// minimum is 0, at (1, …, 1), exactly.
/// </summary>
public sealed class Rosenbrock : AnalyticObjective
{
    /// <summary>The function of the given number of variables, from 2 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of variables is not between these.</exception>
    public Rosenbrock(int dimensions = 2)
        : base("Rosenbrock", [.. Dimensions.Repeat((-5.0, 10.0), dimensions, atLeast: 2)], 0, [.. Dimensions.Repeat(1.0, dimensions, atLeast: 2)])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < x.Length; i++)
        {
            var valley = x[i + 1] - (x[i] * x[i]);
            sum += (100 * valley * valley) + ((1 - x[i]) * (1 - x[i]));
        }

        return sum;
    }
}
