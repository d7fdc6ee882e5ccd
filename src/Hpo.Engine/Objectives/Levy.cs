namespace Hpo.Engine.Objectives;

/// <summary>
/// Levy's function in any number of variables, with many local minima: with wᵢ = 1 + (xᵢ − 1)/4,
/// sin²(π w₁) + Σ (wᵢ − 1)² (1 + 10 sin²(π wᵢ + 1)) over i below d + (w_d − 1)² (1 + sin²(2π w_d)) on [−10, 10]ᵈ. As in Surjanovic and Bingham,
/// <i>Virtual Library of Simulation Experiments</i>. The minimum is 0, at (1, …, 1), exactly.
/// </summary>
public sealed class Levy : AnalyticObjective
{
    /// <summary>The function of the given number of variables, from 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of variables is not between these.</exception>
    public Levy(int dimensions = 2)
        : base("Levy", [.. Dimensions.Repeat((-10.0, 10.0), dimensions, atLeast: 1)], 0, [.. Dimensions.Repeat(1.0, dimensions, atLeast: 1)])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x)
    {
        var sum = Square(Math.Sin(Math.PI * Stretched(x[0])));
        for (var i = 0; i + 1 < x.Length; i++)
        {
            var w = Stretched(x[i]);
            sum += Square(w - 1) * (1 + (10 * Square(Math.Sin((Math.PI * w) + 1))));
        }

        var last = Stretched(x[^1]);
        return sum + (Square(last - 1) * (1 + Square(Math.Sin(2 * Math.PI * last))));
    }

    private static double Stretched(double coordinate) => 1 + ((coordinate - 1) / 4);

    private static double Square(double value) => value * value;
}
