namespace Hpo.Studies.Exchange;

/// <summary>How much of a file from somebody else is read.</summary>
/// <param name="Bytes">The largest file.</param>
/// <param name="Events">The most events.</param>
public sealed record StudyFileLimits(long Bytes = 256L * 1024 * 1024, int Events = 2_000_000)
{
    /// <summary>The longest line: a definition with a large space takes a fraction of it.</summary>
    public const int LineBytes = 4 * 1024 * 1024;
}
