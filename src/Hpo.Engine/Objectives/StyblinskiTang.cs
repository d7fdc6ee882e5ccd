namespace Hpo.Engine.Objectives;

/// <summary>
/// Styblinski and Tang's function (Styblinski and Tang, 1990) in any number of variables, with two minima of different depth in each:
/// ½ Σ xᵢ⁴ − 16 xᵢ² + 5 xᵢ on [−5, 5]ᵈ. The minimum is −39.1661657 d, where each coordinate is the smallest root of 4x³ − 32x + 5.
/// </summary>
public sealed class StyblinskiTang : AnalyticObjective
{
    /// <summary>The function of the given number of variables, from 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of variables is not between these.</exception>
    public StyblinskiTang(int dimensions = 2)
        : base(
            "Styblinski–Tang",
            [.. Dimensions.Repeat((-5.0, 5.0), dimensions, atLeast: 1)],
            -39.16616570377142 * dimensions,
            [.. Dimensions.Repeat(-2.903534027771177, dimensions, atLeast: 1)])
    {
    }

    private protected override double Value(ReadOnlySpan<double> x)
    {
        var sum = 0.0;
        foreach (var coordinate in x)
        {
            var square = coordinate * coordinate;
            sum += (square * square) - (16 * square) + (5 * coordinate);
        }

        return sum / 2;
    }
}
