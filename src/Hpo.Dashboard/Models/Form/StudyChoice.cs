using Hpo.Studies.Catalog;

namespace Hpo.Dashboard.Models.Form;

/// <summary>The searcher or the scheduler of the study form.</summary>
/// <param name="form">The form.</param>
/// <param name="role">The field in which it is chosen.</param>
/// <param name="id">The id of that field.</param>
public sealed class StudyChoice(StudyForm form, StudyField role, string id) : IComponentChoice
{
    public string Id => id;

    public CatalogEntry Chosen => form.Chosen(role);

    public string? Problem => form.Reading.Problems.GetValueOrDefault(role);

    public bool HasParameterProblem => form.Reading.ParameterProblems.Keys.Any(key => key.Role == role);

    public string TextOf(ComponentParameter parameter) => form.Draft.Parameter(role, parameter);

    public string? ProblemOf(ComponentParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return form.Reading.ParameterProblems.GetValueOrDefault((role, parameter.Name));
    }

    public void Choose(string type) => form.Type(role, type);

    public void Type(ComponentParameter parameter, string text) => form.Type(role, parameter, text);
}
