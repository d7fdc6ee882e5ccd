using System.Globalization;

namespace Hpo.Dashboard.Models;

/// <summary>
/// A name in two parts, for a place that may be too narrow for it. The first gives way, the second stays: names that were made from each other differ at their
/// ends, and cut there they would all read alike.
/// </summary>
/// <param name="Start">What may be cut.</param>
/// <param name="End">What stays in sight; empty for a name that is short.</param>
public readonly record struct NameHalves(string Start, string End)
{
    /// <summary>So many letters stay in sight.</summary>
    private const int Kept = 10;

    /// <summary>Names up to this length are not divided.</summary>
    private const int Short = 2 * Kept;

    /// <summary>Divides a name; no letter is cut in two.</summary>
    public static NameHalves Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = StringInfo.ParseCombiningCharacters(name);
        return letters.Length <= Short ? new(name, "") : new(name[..letters[^Kept]], name[letters[^Kept]..]);
    }
}
