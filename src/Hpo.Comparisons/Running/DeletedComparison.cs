namespace Hpo.Comparisons.Running;

/// <summary>A comparison that was deleted and can still be brought back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record DeletedComparison(string Id, string Name);
