namespace Hpo.Studies.Log;

/// <summary>Something in the database that should not be so.</summary>
/// <param name="LogId">The study, or the comparison, it concerns; null for the file as a whole.</param>
/// <param name="Sequence">The event it concerns; null for none in particular.</param>
/// <param name="Message">What is wrong, in words.</param>
public sealed record LogProblem(string? LogId, long? Sequence, string Message);
