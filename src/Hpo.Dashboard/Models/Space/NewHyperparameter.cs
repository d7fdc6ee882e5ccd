using Hpo.Engine.Objectives;
using Hpo.Engine.Space;

namespace Hpo.Dashboard.Models.Space;

/// <summary>A hyperparameter that can be added to a space and is right as it is.</summary>
/// <param name="Parameter">Its name, which the space does not have yet, and its domain.</param>
/// <param name="Initial">The value to try first.</param>
/// <param name="IsFree">Whether it is any one at all, to be named.</param>
public sealed record NewHyperparameter(Parameter Parameter, ParameterValue Initial, bool IsFree)
{
    /// <summary>Any hyperparameter, under a name that is not used yet.</summary>
    public static NewHyperparameter Free(SpaceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var names = draft.Rows.Select(row => row.Name).ToHashSet();
        var name = Enumerable.Range(1, draft.Rows.Length + 1).Select(i => $"parameter_{ValueText.Write(i)}").First(name => !names.Contains(name));
        return new(new Parameter(name, new Uniform(0, 1)), 0.5, IsFree: true);
    }

    /// <summary>What can be added for an objective: the first of its own that is missing, else any one; null when it takes no other.</summary>
    public static NewHyperparameter? For(Objective objective, SpaceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(draft);
        if (objective.DefaultSpace.Parameters.FirstOrDefault(its => draft.Rows.All(row => row.Name != its.Name)) is { } missing)
            return new(missing, objective.DefaultConfiguration[missing.Name], IsFree: false);
        var free = Free(draft);
        var problems = objective.CheckSpace(new ConfigSpace([.. objective.DefaultSpace.Parameters, free.Parameter]));
        return problems.Any(problem => problem.Path.Split('.')[0] == free.Parameter.Name) ? null : free;
    }
}
