namespace Hpo.Dashboard.Models.Studies;

/// <summary>The part of a long table that is rendered: rows around those in sight.</summary>
/// <param name="Start">The first rendered row.</param>
/// <param name="Count">How many rows are rendered.</param>
public readonly record struct RowWindow(int Start, int Count)
{
    /// <summary>Rows rendered before and after those in sight, so that scrolling by a page shows rows at once.</summary>
    public const int Margin = 20;

    private const int LeastInSight = 20, MostInSight = 200;

    /// <summary>The top of the table, before anything is known about the screen.</summary>
    public static RowWindow Top { get; } = new(0, LeastInSight + (2 * Margin));

    /// <summary>The window around the rows in sight.</summary>
    /// <param name="first">The first row in sight.</param>
    /// <param name="inSight">How many rows are in sight; a browser says it, so it is not believed blindly.</param>
    public static RowWindow Around(int first, int inSight) =>
        new(Math.Max(0, first - Margin), Math.Clamp(inSight, LeastInSight, MostInSight) + (2 * Margin));

    /// <summary>The window moved so that it lies within a table of so many rows.</summary>
    public RowWindow Within(int rows)
    {
        var start = Math.Clamp(Start, 0, Math.Max(0, rows - Count));
        return new(start, Math.Min(Count, rows - start));
    }
}
