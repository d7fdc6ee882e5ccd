namespace Hpo.Dashboard.Models.Form;

/// <summary>The text of a parameter.</summary>
/// <param name="Role">The field in which its component is chosen.</param>
/// <param name="Type">The component.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Text">What was typed.</param>
public sealed record KeptParameter(StudyField Role, string Type, string Name, string Text);
