namespace Hpo.Studies.Organising;

/// <summary>A study that was deleted and can still be brought back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Whose it is; empty for the presenter.</param>
/// <param name="DeletedAt">When it was deleted.</param>
public sealed record DeletedStudy(string Id, string Name, string Owner, DateTimeOffset DeletedAt);
