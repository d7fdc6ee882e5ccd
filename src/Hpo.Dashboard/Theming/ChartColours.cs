namespace Hpo.Dashboard.Theming;

/// <summary>The colours of charts; every pair is told apart in both themes and by colour-blind viewers.</summary>
public sealed record ChartColours
{
    /// <summary>The best so far.</summary>
    public required string Incumbent { get; init; }

    /// <summary>A trial that is not the best.</summary>
    public required string Trial { get; init; }

    /// <summary>The methods of a comparison, by their places; with a mark and a dash each, for eyes that tell no colours apart.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    public ThemeVariables ToVariables() => new(new Dictionary<string, string>(
        Methods.Select((colour, i) => KeyValuePair.Create($"--hpo-method-{i}", colour)))
    {
        ["--hpo-incumbent"] = Incumbent,
        ["--hpo-trial"] = Trial,
    });
}
