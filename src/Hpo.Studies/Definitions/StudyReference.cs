namespace Hpo.Studies.Definitions;

/// <summary>Names another study, which need not be there any more, or here.</summary>
/// <param name="Id">Its id in the installation where the reference was made.</param>
/// <param name="Name">Its name at that time.</param>
public sealed record StudyReference(string Id, string Name);
