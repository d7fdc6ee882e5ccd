namespace Hpo.Comparisons.Running;

/// <summary>What a process asks of the one that runs a comparison, and its answers, as they stand in the database.</summary>
internal static class ComparisonRequest
{
    /// <summary>End it.</summary>
    public const string Cancel = "cancel";

    /// <summary>It is done.</summary>
    public const string Done = "done";

    /// <summary>It is not.</summary>
    public const string NotDone = "not done";

    private const string Renaming = "rename ";

    /// <summary>Give it another name.</summary>
    public static string Rename(string name) => Renaming + name;

    /// <summary>The name that a request gives; null when it gives none.</summary>
    public static string? NameIn(string request) => request.StartsWith(Renaming, StringComparison.Ordinal) ? request[Renaming.Length..] : null;
}
