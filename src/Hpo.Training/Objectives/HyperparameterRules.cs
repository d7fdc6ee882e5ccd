using Hpo.Engine.Space;
using Hpo.Engine.Validation;

namespace Hpo.Training.Objectives;

/// <summary>What a training demands of its hyperparameters, said before anything is trained.</summary>
/// <param name="Network">The network, as in "The LeNet needs …".</param>
/// <param name="Rules">One rule for each hyperparameter; all are needed, and there are no others.</param>
internal sealed record HyperparameterRules(string Network, IReadOnlyList<HyperparameterRule> Rules)
{
    /// <summary>What keeps the objective from evaluating configurations of a space.</summary>
    public IReadOnlyList<Problem> FindProblems(ConfigSpace space, int trainingImages)
    {
        ArgumentNullException.ThrowIfNull(space);
        return
        [
            .. from rule in Rules
               where space.Parameters.All(parameter => parameter.Name != rule.Name)
               select new Problem("", $"The {Network} needs a hyperparameter {rule.Name}: add it to the space."),
            .. space.Parameters.SelectMany(parameter => FindProblems(parameter, trainingImages)),
        ];
    }

    /// <summary>Refuses a configuration that cannot be trained with.</summary>
    /// <exception cref="InvalidInputException">A hyperparameter is missing or has a value that cannot be trained with.</exception>
    public void Demand(Configuration configuration, int trainingImages)
    {
        var problems = FindProblems(AsSpace(configuration), trainingImages);
        if (problems.Count > 0)
            throw new InvalidInputException([.. problems.Select(problem => problem with { Path = problem.Path.Split('.')[0] })]);
    }

    /// <summary>A configuration as the space that has nothing else in it, so that both are checked by the same rules.</summary>
    private static ConfigSpace AsSpace(Configuration configuration) =>
        new(configuration.Select(entry => new Parameter(entry.Key, new Constant(entry.Value))));

    private IEnumerable<Problem> FindProblems(Parameter parameter, int trainingImages)
    {
        if (Rules.FirstOrDefault(rule => rule.Name == parameter.Name) is { } rule)
            return DomainProblems(rule, parameter.Domain, trainingImages).Select(problem => problem.Within(parameter.Name));
        return
        [
            new Problem(
                $"{parameter.Name}.name",
                $"The {Network} has no hyperparameter {parameter.Name}, only {Names()}: remove it."),
        ];
    }

    private string Names()
    {
        var names = Rules.Select(rule => rule.Name).ToArray();
        return $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static IEnumerable<Problem> DomainProblems(HyperparameterRule rule, Domain domain, int trainingImages)
    {
        var finite = domain as FiniteDomain;
        foreach (var other in finite?.Values.Where(value => !value.IsNumber).Take(1) ?? [])
        {
            yield return new Problem("values", $"{other} is not a number.");
            yield break;
        }

        if (rule.NotWhole is not null && !IsWhole(domain))
            yield return new Problem("", rule.NotWhole);
        var (lower, upper) = Bounds(domain);
        if (rule.TooSmall(lower) is { } tooSmall)
            yield return new Problem(finite is null ? "lower" : "values", tooSmall);
        if (rule.TooLarge(upper, trainingImages) is { } tooLarge)
            yield return new Problem(finite is null ? "upper" : "values", tooLarge);
    }

    private static bool IsWhole(Domain domain) => domain switch
    {
        IntegerDomain => true,
        FiniteDomain finite => finite.Values.All(value => double.IsInteger(value.AsReal())),
        _ => false,
    };

    private static (double Lower, double Upper) Bounds(Domain domain) => domain switch
    {
        RealDomain real => (real.Lower, real.Upper),
        IntegerDomain integer => (integer.Lower, integer.Largest),
        FiniteDomain finite => (finite.Values.Min(value => value.AsReal()), finite.Values.Max(value => value.AsReal())),
        _ => throw new ArgumentException($"The bounds of a {domain.GetType().Name} are not known.", nameof(domain)),
    };
}
