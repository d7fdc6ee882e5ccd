namespace Hpo.Dashboard.Theming;

/// <summary>Custom properties of a style sheet, by name.</summary>
public sealed record ThemeVariables(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>High contrast for a hall: what is on the ground, and the ground.</summary>
    public static ThemeVariables ForHall(string background, string text, string muted, string line, string incumbent, string trial) =>
        new(new Dictionary<string, string>
        {
            ["--mud-palette-background"] = background,
            ["--mud-palette-surface"] = background,
            ["--mud-palette-text-primary"] = text,
            ["--mud-palette-text-secondary"] = muted,
            ["--mud-palette-lines-default"] = line,
            ["--mud-palette-divider"] = line,
            ["--mud-palette-table-lines"] = line,
            ["--hpo-incumbent"] = incumbent,
            ["--hpo-trial"] = trial,
        });

    public override string ToString() => string.Concat(Values.Select(it => $"{it.Key}:{it.Value};"));
}
