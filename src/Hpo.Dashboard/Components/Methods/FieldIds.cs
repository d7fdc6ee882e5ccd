using Hpo.Dashboard.Models.Comparisons.Form;
using Hpo.Dashboard.Models.Form;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>The ids of the forms' fields.</summary>
public static class FieldIds
{
    public static string Of(StudyField field) => $"study-{field.ToString().ToLowerInvariant()}";

    public static string Of(ComparisonField field) => $"comparison-{field.ToString().ToLowerInvariant()}";

    /// <summary>The name of a method of a comparison, by its key.</summary>
    public static string OfMethodName(int key) => $"method-{key}-name";

    /// <summary>The searcher or the scheduler of a method of a comparison.</summary>
    public static string Of(int key, MethodRole role) => $"method-{key}-{role.ToString().ToLowerInvariant()}";

    /// <summary>A parameter of the component that is chosen in a field.</summary>
    public static string OfParameter(string field, string parameter) => $"{field}-{parameter.ToLowerInvariant()}";
}
