namespace Hpo.Studies.Catalog;

/// <summary>Where a method comes from.</summary>
/// <param name="Authors">Its authors, as one cites them: "Bergstra et al.".</param>
/// <param name="Year">When it appeared.</param>
/// <param name="Title">Its title.</param>
public sealed record Paper(string Authors, int Year, string Title);
