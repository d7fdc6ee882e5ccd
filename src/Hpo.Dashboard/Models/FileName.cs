namespace Hpo.Dashboard.Models;

/// <summary>Names files after what people have named.</summary>
public static class FileName
{
    private const int Longest = 60;

    /// <summary>A name that every file system takes: letters and digits, and a hyphen for what lies between them; never empty.</summary>
    /// <param name="name">The name a person gave.</param>
    /// <param name="otherwise">What is used when nothing is left of it; a safe name.</param>
    public static string Safe(string name, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var safe = string.Join('-', words);
        safe = safe.Length <= Longest ? safe : safe[..Longest].TrimEnd('-');
        return safe.Length == 0 ? otherwise : safe;
    }
}
