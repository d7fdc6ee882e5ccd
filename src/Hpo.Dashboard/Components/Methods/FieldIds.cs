using Hpo.Dashboard.Models.Form;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>The ids of the study form's fields.</summary>
public static class FieldIds
{
    public static string Of(StudyField field) => $"study-{field.ToString().ToLowerInvariant()}";

    /// <summary>A parameter of the component that is chosen in a field.</summary>
    public static string Of(StudyField role, string parameter) => $"{Of(role)}-{parameter.ToLowerInvariant()}";
}
