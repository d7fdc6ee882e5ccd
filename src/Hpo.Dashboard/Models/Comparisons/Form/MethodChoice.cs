using Hpo.Dashboard.Models.Form;
using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Comparisons.Form;

/// <summary>The searcher or the scheduler of a method of the comparison form.</summary>
/// <param name="form">The form.</param>
/// <param name="key">The method.</param>
/// <param name="role">Which of the two.</param>
/// <param name="id">The id of the field in which it is chosen.</param>
public sealed class MethodChoice(ComparisonForm form, int key, MethodRole role, string id) : IComponentChoice
{
    public string Id => id;

    public CatalogEntry Chosen =>
        role == MethodRole.Searcher ? form.Catalog.Searchers.Get(Method.Searcher) : form.Catalog.Schedulers.Get(Method.Scheduler);

    public string? Problem => form.Reading.MethodProblems.GetValueOrDefault((form.PlaceOf(key), role));

    public bool HasParameterProblem => form.Reading.ParameterProblems.Keys.Any(wrong => wrong.Role == role && wrong.Method == form.PlaceOf(key));

    private MethodDraft Method => form.MethodOf(key);

    public string TextOf(ComponentParameter parameter) => Method.Text(role, parameter);

    public string? ProblemOf(ComponentParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return form.Reading.ParameterProblems.GetValueOrDefault((form.PlaceOf(key), role, parameter.Name));
    }

    public void Choose(string type) => form.Change(Method.With(role, type));

    public void Type(ComponentParameter parameter, string text) => form.Change(Method.With(role, parameter, text));
}
