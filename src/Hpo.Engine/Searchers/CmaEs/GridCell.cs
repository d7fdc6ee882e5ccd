using Hpo.Engine.Space;

namespace Hpo.Engine.Searchers.CmaEs;

/// <summary>A cell of a grid axis: the positions that stand for one value.</summary>
internal static class GridCell
{
    /// <summary>The ends of the cell that a position falls into; positions beyond the axis belong to its first and last cell.</summary>
    public static (double Lower, double Upper) EndsAt(Axis axis, double position)
    {
        if (axis.Domain is LogRandInt integers)
        {
            var value = integers.Decode(position).AsInteger();
            return (StartOf(integers, value), StartOf(integers, value + 1));
        }

        var cell = NumericRules.Cell(position, axis.Cells);
        return ((double)cell / axis.Cells, (double)(cell + 1) / axis.Cells);
    }

    /// <summary>Where the cell of an integer begins on a log scale: half a unit below it.</summary>
    private static double StartOf(LogRandInt integers, long value) =>
        Math.Log((value - 0.5) / (integers.Lower - 0.5)) / Math.Log((integers.UpperExclusive - 0.5) / (integers.Lower - 0.5));
}
