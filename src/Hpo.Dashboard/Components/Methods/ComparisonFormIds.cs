using Hpo.Dashboard.Models.Comparisons.Form;

namespace Hpo.Dashboard.Components.Methods;

/// <summary>Finds the comparison form's field to look at first.</summary>
public static class ComparisonFormIds
{
    /// <summary>The id of the first field with something wrong, in the order of the page; null when nothing is, or nothing that belongs to a field.</summary>
    public static string? FirstProblem(ComparisonForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var reading = form.Reading;
        // the methods' own fields come before the list's problem, which stands below them
        var fields = reading.Problems.Keys.Select(field => (Place: (int)field, Method: int.MaxValue, Role: 0, Id: FieldIds.Of(field)));
        var methods = reading.MethodProblems.Keys.Select(key => At(key.Method, key.Role is { } role ? 2 * (int)role + 1 : 0,
            key.Role is { } part ? FieldIds.Of(KeyOf(key.Method), part) : FieldIds.OfMethodName(KeyOf(key.Method))));
        var parameters = reading.ParameterProblems.Keys.Select(key =>
            At(key.Method, 2 * (int)key.Role + 2, FieldIds.OfParameter(FieldIds.Of(KeyOf(key.Method), key.Role), key.Name)));
        return fields.Concat(methods).Concat(parameters).OrderBy(it => it.Place).ThenBy(it => it.Method).ThenBy(it => it.Role).FirstOrDefault().Id;

        int KeyOf(int place) => form.Draft.Methods[place].Key;
        static (int Place, int Method, int Role, string Id) At(int method, int role, string id) => ((int)ComparisonField.Methods, method, role, id);
    }
}
