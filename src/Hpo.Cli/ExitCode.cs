namespace Hpo.Cli;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>The study or the comparison did not come to its end, or there is something wrong in the data folder.</summary>
    public const int NotWell = 1;

    /// <summary>What was asked for is not possible.</summary>
    public const int NotPossible = 2;

    /// <summary>The data folder or a file cannot be used.</summary>
    public const int NoAccess = 3;
}
