namespace Hpo.Studies.Log;

/// <summary>What a check of the database found.</summary>
/// <param name="Studies">How many studies were looked at.</param>
/// <param name="Events">How many events were looked at.</param>
/// <param name="Problems">What is wrong; empty when all is well.</param>
public sealed record LogCheckResult(int Studies, long Events, IReadOnlyList<LogProblem> Problems);
