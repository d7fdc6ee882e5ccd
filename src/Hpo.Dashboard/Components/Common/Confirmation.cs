namespace Hpo.Dashboard.Components.Common;

/// <summary>What is asked before something that cannot be taken back.</summary>
/// <param name="Title">The question.</param>
/// <param name="Text">What will happen.</param>
/// <param name="Confirm">The button that does it.</param>
/// <param name="Keep">The button that does not.</param>
public sealed record Confirmation(string Title, string Text, string Confirm, string Keep);
