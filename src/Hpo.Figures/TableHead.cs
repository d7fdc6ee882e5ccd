namespace Hpo.Figures;

/// <summary>What a table beside a figure says above its rows, which are not read from the figure's traces.</summary>
/// <param name="Caption">What it holds.</param>
/// <param name="Columns">The titles of its columns.</param>
public sealed record TableHead(string Caption, IReadOnlyList<string> Columns);
