namespace Hpo.Dashboard.Components.Methods;

/// <summary>A finished study in the list of those to learn from.</summary>
/// <param name="Id">The study.</param>
/// <param name="Name">Its name.</param>
/// <param name="Words">What it found, and on what, when that is another objective.</param>
public sealed record EarlierStudy(string Id, string Name, string Words);
