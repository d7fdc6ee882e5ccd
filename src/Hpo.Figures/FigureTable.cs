namespace Hpo.Figures;

/// <summary>
/// How a figure of step lines is read as a table: a row for each x at which one of the columns changes, and in it what each of them is there.
/// </summary>
/// <param name="Caption">What the table holds.</param>
/// <param name="X">The title of the first column.</param>
/// <param name="Columns">The others.</param>
public sealed record FigureTable(string Caption, string X, IReadOnlyList<FigureColumn> Columns);
