namespace Hpo.Dashboard.Live;

/// <summary>There is no comparison of this id, or no longer.</summary>
public sealed class ComparisonNotFoundException(string id) : Exception($"There is no comparison {id}.");
