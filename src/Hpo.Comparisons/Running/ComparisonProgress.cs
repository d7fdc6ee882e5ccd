namespace Hpo.Comparisons.Running;

/// <summary>How far a comparison has come.</summary>
/// <param name="Done">How many results are there.</param>
/// <param name="Total">How many there will be.</param>
/// <param name="Elapsed">How long it has run since it was started or last resumed.</param>
/// <param name="TimeLeft">How long it will probably run on; null as long as nobody can know, and when it does not run.</param>
public sealed record ComparisonProgress(int Done, int Total, TimeSpan Elapsed, TimeSpan? TimeLeft);
