namespace Hpo.Comparisons.Figures;

/// <summary>One topic of the help.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">Plain text.</param>
public sealed record HelpTopic(string Title, string Text);
