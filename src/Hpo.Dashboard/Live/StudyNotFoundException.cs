namespace Hpo.Dashboard.Live;

/// <summary>There is no study of this id, or no longer.</summary>
public sealed class StudyNotFoundException(string id) : Exception($"There is no study {id}.");
