using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Engine.Objectives;

/// <summary>Rules that objectives share when they check a space.</summary>
public static class SpaceRules
{
    /// <summary>What is missing from a space that must have certain hyperparameters, with numbers only, and no others.</summary>
    public static IReadOnlyList<Problem> RequireNumbers(this ConfigSpace space, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(space);
        var wanted = names.ToList();
        return
        [
            .. from name in wanted
               where space.Parameters.All(parameter => parameter.Name != name)
               select new Problem("", $"The objective needs a hyperparameter called {name}."),
            .. from parameter in space.Parameters
               where !wanted.Contains(parameter.Name)
               select new Problem($"{parameter.Name}.name", $"The objective has no hyperparameter {parameter.Name}: it knows {string.Join(", ", wanted)}."),
            .. from parameter in space.Parameters
               where wanted.Contains(parameter.Name) && !parameter.Domain.Kinds.All(kind => kind is ParameterKind.Real or ParameterKind.Integer)
               select new Problem($"{parameter.Name}.values", $"{parameter.Name} must be a number."),
        ];
    }
}
