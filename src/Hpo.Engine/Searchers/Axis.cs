using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers;

/// <summary>One hyperparameter as an axis of the unit cube.</summary>
/// <param name="Domain">Its values; more than one.</param>
/// <param name="Kind">What positions stand for.</param>
/// <param name="Cells">The number of values; 0 for a continuous axis. All cells have the same width, but for <see cref="LogRandInt"/>.</param>
public sealed record Axis(Domain Domain, AxisKind Kind, long Cells)
{
    /// <summary>The largest number of cells of an axis of which all are looked at.</summary>
    private const int ShortAxis = 20;

    /// <summary>The position that stands for the same value as another one: the centre of its cell, or itself on a continuous axis.</summary>
    public double Snap(double position) => Kind == AxisKind.Continuous ? Math.Clamp(position, 0, 1) : PositionOf(IndexOf(position));

    /// <summary>The number of the cell that a position falls into, from 0; for axes with cells of the same width.</summary>
    public int CellOf(double position) => (int)Math.Clamp((long)(position * Cells), 0, Cells - 1);

    /// <summary>The ends of the cell that a position falls into.</summary>
    public (double From, double To) Cell(double position)
    {
        if (Domain is LogRandInt integers)
            return integers.CellOf(integers.Decode(position).AsInteger());
        var cell = Math.Clamp(Math.Floor(position * Cells), 0, Cells - 1);
        return (cell / Cells, (cell + 1) / Cells);
    }

    /// <summary>
    /// Half the width of the cell that a position falls into; 0 where there are no cells in order. A kernel narrower than that would say nothing about
    /// the neighbouring cells.
    /// </summary>
    public double HalfCell(double position)
    {
        if (Kind != AxisKind.Grid)
            return 0;
        var (from, to) = Cell(position);
        return (to - from) / 2;
    }

    /// <summary>
    /// Positions of other cells to look at from one: all of them on a categorical or short axis, else those 1, 2, 4, … cells away on either
    /// side.
    /// </summary>
    public IEnumerable<double> Others(double position)
    {
        var here = IndexOf(position);
        if (Kind == AxisKind.Categorical || Cells <= ShortAxis)
        {
            for (var cell = 0L; cell < Cells; cell++)
            {
                if (cell != here)
                    yield return PositionOf(cell);
            }

            yield break;
        }

        for (var distance = 1L; distance < Cells; distance *= 2)
        {
            if (here - distance >= 0)
                yield return PositionOf(here - distance);
            if (here + distance < Cells)
                yield return PositionOf(here + distance);
        }
    }

    /// <summary>The axis of a domain; null when there is nothing to choose.</summary>
    public static Axis? Of(Domain domain) => domain switch
    {
        { Cardinality: 1 } => null,
        { Cardinality: null } => new Axis(domain, AxisKind.Continuous, 0),
        { IsOrdered: false } => new Axis(domain, AxisKind.Categorical, domain.Cardinality.Value),
        _ => new Axis(domain, AxisKind.Grid, domain.Cardinality.Value),
    };

    private long IndexOf(double position) =>
        Domain is LogRandInt log ? log.Decode(position).AsInteger() - log.Lower : NumericRules.Cell(position, Cells);

    /// <summary>The centre of a cell.</summary>
    private double PositionOf(long cell) => Domain is LogRandInt ? Domain.Encode(Domain.ValueAt(cell)) : NumericRules.Centre(cell, Cells);
}
