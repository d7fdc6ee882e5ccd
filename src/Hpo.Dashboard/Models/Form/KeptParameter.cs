namespace Hpo.Dashboard.Models.Form;

/// <summary>The text of a parameter.</summary>
/// <typeparam name="TRole">What names the place of a component in its form.</typeparam>
/// <param name="Role">Where its component is chosen.</param>
/// <param name="Type">The component.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Text">What was typed.</param>
public sealed record KeptParameter<TRole>(TRole Role, string Type, string Name, string Text)
    where TRole : struct, Enum;
