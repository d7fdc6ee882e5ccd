using Hpo.Studies.Log;

namespace Hpo.Comparisons.Log;

/// <summary>What a check of the comparisons in a database found.</summary>
/// <param name="Comparisons">How many comparisons were looked at.</param>
/// <param name="Events">How many events were looked at.</param>
/// <param name="Problems">What is wrong; empty when all is well.</param>
public sealed record ComparisonCheckResult(int Comparisons, long Events, IReadOnlyList<LogProblem> Problems);
