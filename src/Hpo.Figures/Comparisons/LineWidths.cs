namespace Hpo.Figures.Comparisons;

/// <summary>How wide lines are, in letters.</summary>
internal sealed record LineWidths(double Centre, double Racing, double Held, double Edge)
{
    private static readonly LineWidths Usual = new(0.17, 0.12, 0.09, 0.09);

    // watched from the last row of a hall
    private static readonly LineWidths Race = new(0.26, 0.22, 0.16, 0.12);

    public static LineWidths Of(bool isRace) => isRace ? Race : Usual;
}
