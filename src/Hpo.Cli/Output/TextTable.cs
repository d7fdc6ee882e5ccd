namespace Hpo.Cli.Output;

/// <summary>A table of plain text, its columns as wide as what is in them.</summary>
internal static class TextTable
{
    private const int Widest = 60;

    /// <summary>Writes a table.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="heading">The names of the columns; those with a <c>#</c> in front hold numbers, which are set at their right.</param>
    /// <param name="rows">A cell for each column.</param>
    public static void Write(TextWriter writer, string[] heading, IEnumerable<string[]> rows)
    {
        string[][] lines = [[.. heading.Select(name => name.TrimStart('#'))], .. rows.Select(row => row.Select(Cell).ToArray())];
        var widths = heading.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) => heading[column][0] == '#' ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            writer.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }

    private static string Cell(string text)
    {
        var plain = Words.Plain(text);
        return plain.Length <= Widest ? plain : plain[..(Widest - 1)] + "…";
    }
}
